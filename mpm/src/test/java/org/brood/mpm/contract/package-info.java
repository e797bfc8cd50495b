/**
 * The promises that every MPM keeps, tested over real sockets against real child loops with made-up connection tasks.
 * Knows the spi only, and the MPMs by their constructors.
 */
@NullMarked
package org.brood.mpm.contract;

import org.jspecify.annotations.NullMarked;
