package org.brood.supervisor.listen;

import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.InetEndpoint;
import org.brood.posix.SocketOption;
import org.brood.posix.Sockets;

/**
 * How one listening socket is set up.
 *
 * <p>SO_REUSEPORT is set only for buckets: without it a second server on the port fails to bind, which is what an
 * administrator needs to hear (hazard H36).
 */
record ListenSocket(ListenSettings settings, String protocol, boolean sharedByBuckets) {
    /** Seconds that the kernel waits for a client's first bytes before it shows the connection all the same. */
    private static final int DEFER_SECONDS = 30;

    /** @throws ErrnoException EADDRINUSE, EACCES, EADDRNOTAVAIL, EAFNOSUPPORT; the descriptor is closed then */
    int bind(InetEndpoint endpoint) {
        int socket = Sockets.socket(endpoint.isIpv6() ? Sockets.AF_INET6 : Sockets.AF_INET);
        try {
            prepare(socket, endpoint);
            Sockets.bind(socket, endpoint);
            Sockets.listen(socket, settings.backlog());
            if (settings.defersAccept(protocol)) {
                SocketOption.DEFER_ACCEPT.set(socket, DEFER_SECONDS);
            }
            return socket;
        } catch (ErrnoException e) {
            Descriptors.close(socket);
            throw e;
        }
    }

    private void prepare(int socket, InetEndpoint endpoint) {
        SocketOption.REUSE_ADDRESS.enable(socket);
        if (sharedByBuckets) {
            SocketOption.REUSE_PORT.enable(socket);
        }
        if (endpoint.isIpv6()) {
            SocketOption.IPV6_ONLY.set(socket, endpoint.isAny() ? 0 : 1);
        }
        SocketOption.NO_DELAY.enable(socket);
        if (settings.sendBuffer() > 0) {
            SocketOption.SEND_BUFFER.set(socket, settings.sendBuffer());
        }
        if (settings.receiveBuffer() > 0) {
            SocketOption.RECEIVE_BUFFER.set(socket, settings.receiveBuffer());
        }
    }
}
