package org.brood.posix;

import java.lang.ref.Reference;

/** The calls that make a socket and name its ends: apart from {@link Sockets}, because many processes never make one. */
final class SocketSetup {
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;
    private static final int SOCK_STREAM = 1;

    private static final LibraryCall SOCKET = LibraryCall.ofInt("socket");
    private static final LibraryCall SOCKETPAIR = LibraryCall.ofInt("socketpair");
    private static final LibraryCall BIND = LibraryCall.ofInt("bind");
    private static final LibraryCall LISTEN = LibraryCall.ofInt("listen");
    private static final LibraryCall CONNECT = LibraryCall.ofInt("connect");
    private static final LibraryCall GETSOCKNAME = LibraryCall.ofInt("getsockname");
    private static final LibraryCall GETPEERNAME = LibraryCall.ofInt("getpeername");

    private SocketSetup() {}

    static int stream(int family) {
        return (int) SOCKET.check(SOCKET.attempt(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    }

    static Descriptors.Pair pair() {
        int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
        return IntPair.filledBy(SOCKETPAIR, address -> SOCKETPAIR.attempt(Sockets.AF_UNIX, type, 0, address));
    }

    static void bind(int fd, SocketAddressBuffer address) {
        long result = BIND.attempt(fd, address.memoryAddress(), address.length());
        Reference.reachabilityFence(address);
        BIND.check(result);
    }

    static void listen(int fd, int backlog) {
        LISTEN.check(LISTEN.attempt(fd, backlog));
    }

    /** EINTR and EINPROGRESS mean the same here: the kernel goes on connecting, and a second call would say EALREADY. */
    static int connect(int fd, SocketAddressBuffer address) {
        long result = CONNECT.attempt(fd, address.memoryAddress(), address.length());
        Reference.reachabilityFence(address);
        if (result == -Errno.EINPROGRESS || result == -Errno.EALREADY) {
            return Syscall.WOULD_BLOCK;
        }
        return (int) CONNECT.orWouldBlock(result);
    }

    static void localAddress(int fd, SocketAddressBuffer result) {
        long status = GETSOCKNAME.attempt(fd, result.prepare(), result.lengthAddress());
        Reference.reachabilityFence(result);
        GETSOCKNAME.check(status);
    }

    static void peerAddress(int fd, SocketAddressBuffer result) {
        long status = GETPEERNAME.attempt(fd, result.prepare(), result.lengthAddress());
        Reference.reachabilityFence(result);
        GETPEERNAME.check(status);
    }
}
