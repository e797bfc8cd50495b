package org.brood.posix;

import org.awaitility.Awaitility;

/** A listener on a free loopback port and connections to it. */
final class Loopback implements AutoCloseable {
    final int listener;
    final InetEndpoint endpoint;

    Loopback(String address) {
        listener = Sockets.socket(address.indexOf(':') >= 0 ? Sockets.AF_INET6 : Sockets.AF_INET);
        SocketOption.REUSE_ADDRESS.enable(listener);
        Sockets.bind(listener, InetEndpoint.of(address, 0));
        Sockets.listen(listener, 16);
        endpoint = Sockets.localEndpoint(listener);
    }

    /** Both ends of a new connection; reading is the server's, writing the client's. */
    Descriptors.Pair connection() {
        int client = Sockets.socket(endpoint.isIpv6() ? Sockets.AF_INET6 : Sockets.AF_INET);
        Sockets.connect(client, endpoint);
        Poll.writable(client, 5_000);
        return new Descriptors.Pair(accept(new SocketAddressBuffer()), client);
    }

    int accept(SocketAddressBuffer peer) {
        Poll.readable(listener, 5_000);
        return Sockets.accept(listener, peer);
    }

    /** A connection whose client has sent a reset. */
    int resetConnection() {
        Descriptors.Pair pair = connection();
        Sockets.send(pair.reading(), new byte[100], 0, 100, 0);
        Poll.readable(pair.writing(), 5_000);
        Sockets.close(pair.writing()); // unread bytes: the kernel answers with RST
        Awaitility.await().until(() -> (Poll.events(pair.reading(), Poll.IN, 0) & Poll.ERROR) != 0);
        return pair.reading();
    }

    @Override
    public void close() {
        Sockets.close(listener);
    }
}
