/**
 * The parent process: it reads nothing of HTTP, binds the listeners, spawns the children, watches, restarts and stops them.
 * Policy is in pure functions ({@link org.brood.supervisor.Wish}, {@link org.brood.supervisor.Verdict}); the loop performs them.
 * Depends on mpm's spi, scoreboard, posix and conf.
 */
@NullMarked
package org.brood.supervisor;

import org.jspecify.annotations.NullMarked;
