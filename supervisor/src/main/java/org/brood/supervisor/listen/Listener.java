package org.brood.supervisor.listen;

import org.brood.posix.InetEndpoint;

/**
 * A bound, listening, non-blocking socket.
 *
 * @param socket the descriptor
 * @param endpoint what it is bound to
 * @param protocol the Listen line's
 * @param bucket the bucket whose children accept on it, 0 without buckets
 */
public record Listener(int socket, InetEndpoint endpoint, String protocol, int bucket) {}
