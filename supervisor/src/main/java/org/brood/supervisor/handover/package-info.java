/**
 * What a child inherits: one sealed file per generation that no later edit of httpd.conf can change, and numbered descriptors.
 * The format stands in {@link org.brood.supervisor.handover.HandOver}; parent and child share the code that writes and reads it.
 * Depends on posix and on the values of mpm's spi.
 */
@NullMarked
package org.brood.supervisor.handover;

import org.jspecify.annotations.NullMarked;
