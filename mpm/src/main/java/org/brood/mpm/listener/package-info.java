/**
 * Listener threads: one epoll each, all connections that wait, and the door to new ones. event and virtual are made of
 * this; they differ in who does what a listener does not do itself, their {@link org.brood.mpm.listener.Crew}.
 * Depends on the spi, on child and on posix.
 */
@NullMarked
package org.brood.mpm.listener;

import org.jspecify.annotations.NullMarked;
