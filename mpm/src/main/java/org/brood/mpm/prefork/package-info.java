/**
 * The prefork MPM: a child serves one connection at a time, from accept to close. For modules that are not thread-safe, and
 * for the strongest isolation: a crash costs one connection.
 * Depends on the spi, on child and policy, and on posix; not on another MPM.
 */
@NullMarked
package org.brood.mpm.prefork;

import org.jspecify.annotations.NullMarked;
