/**
 * Listening sockets: what the Listen directives ask for, what is bound, and what is kept over a restart.
 * The parent binds them once and its children inherit them, so no restart or crash ever loses an accept queue.
 * Depends on posix for the sockets and on conf for the directives.
 */
@NullMarked
package org.brood.supervisor.listen;

import org.jspecify.annotations.NullMarked;
