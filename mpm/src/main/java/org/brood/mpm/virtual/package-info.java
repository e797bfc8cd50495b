/**
 * The virtual MPM: what may block runs on the virtual thread of its connection, which is parked while the connection waits.
 * Handlers block as they like and cost no platform thread; how many run at once is bounded by permits.
 * Depends on the spi, on child, listener and policy, and on posix; not on another MPM.
 */
@NullMarked
package org.brood.mpm.virtual;

import org.jspecify.annotations.NullMarked;
