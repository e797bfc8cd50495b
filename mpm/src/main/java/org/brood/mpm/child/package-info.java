/**
 * What the children of all MPMs share, once: accepting, orders of the parent, timeout queues, lingering close, worker
 * threads, the budget of connections. An MPM package is what is left when these are taken away: who runs a connection.
 * Depends on posix, scoreboard and the spi; never on one of the MPMs.
 */
@NullMarked
package org.brood.mpm.child;

import org.jspecify.annotations.NullMarked;
