/**
 * The way of a connection: reading heads, sending answers, bodies both ways, timeouts, keep-alive.
 * State that waits lives here and in no thread; every step says what it needs next.
 * Depends on request, replay, protocol, posix and mpm's spi.
 */
@NullMarked
package org.brood.server.connection;

import org.jspecify.annotations.NullMarked;
