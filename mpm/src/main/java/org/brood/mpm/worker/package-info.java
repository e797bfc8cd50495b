/**
 * The worker MPM: a child has a fixed number of threads, and each holds one connection from accept to close.
 * Many requests in few processes, in plain blocking style.
 * Depends on the spi, on child and policy, and on posix; not on another MPM.
 */
@NullMarked
package org.brood.mpm.worker;

import org.jspecify.annotations.NullMarked;
