/**
 * The MPMs' directives as data, the checks and corrections of what they say, and idle maintenance: all that the parent
 * does for an MPM, as pure functions.
 * Depends on the spi and on conf; no threads, clocks or system calls.
 */
@NullMarked
package org.brood.mpm.policy;

import org.jspecify.annotations.NullMarked;
