/**
 * The event MPM: listener threads hold all connections and answer what cannot block, worker threads do what may. A
 * connection that waits costs a record of about a hundred bytes and no thread.
 * Depends on the spi, on child and policy, and on posix; not on another MPM.
 */
@NullMarked
package org.brood.mpm.event;

import org.jspecify.annotations.NullMarked;
