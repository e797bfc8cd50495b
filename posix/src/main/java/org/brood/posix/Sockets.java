package org.brood.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

/**
 * Stream sockets of IPv4, IPv6 and the local machine; socket(7), ip(7), ipv6(7), unix(7).
 *
 * <p>{@code recv} and {@code send} never block, whatever the socket's mode (MSG_DONTWAIT), and work straight on the caller's
 * array or segment; they, {@code accept}, {@code sendfile} and {@code writev} allocate nothing. They answer with a count
 * (recv: 0 is the end of the stream), {@link Syscall#WOULD_BLOCK} or {@link Syscall#PEER_GONE}; other failures throw
 * {@link ErrnoException}. Any thread may call; one connection is for its owner to read and write.
 */
public final class Sockets {
    public static final int AF_UNIX = 1;
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;

    /** {@code send}: more follows at once, hold back a part-filled segment. */
    public static final int MSG_MORE = 0x8000;

    /** {@code recv}: leave the bytes where they are. */
    public static final int MSG_PEEK = 2;

    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;

    private static final LibraryCall ACCEPT = LibraryCall.ofInt("accept4");
    private static final LibraryCall SENDFILE = LibraryCall.ofLong("sendfile");
    private static final LibraryCall WRITEV = LibraryCall.ofLong("writev");
    private static final LibraryCall SHUTDOWN = LibraryCall.ofInt("shutdown");
    private static final BufferCall RECV = BufferCall.of("recv");
    private static final BufferCall SEND = BufferCall.of("send");

    private static final int SHUT_WR = 1;
    private static final int SHUT_RDWR = 2;

    private Sockets() {}

    /** socket(2): a stream socket, non-blocking, closed on exec. @param family {@link #AF_INET} and so on */
    public static int socket(int family) {
        return SocketSetup.stream(family);
    }

    /** Two connected local stream sockets, non-blocking: socketpair(2). */
    public static Descriptors.Pair pair() {
        return SocketSetup.pair();
    }

    /** bind(2). @throws ErrnoException EADDRINUSE, EADDRNOTAVAIL, EACCES */
    public static void bind(int fd, InetEndpoint endpoint) {
        SocketSetup.bind(fd, new SocketAddressBuffer().fill(endpoint));
    }

    /** bind(2) to a path of at most 107 bytes, which becomes a socket file. */
    public static void bind(int fd, String path) {
        SocketSetup.bind(fd, new SocketAddressBuffer().fill(path));
    }

    /** listen(2). */
    public static void listen(int fd, int backlog) {
        SocketSetup.listen(fd, backlog);
    }

    /** connect(2). @return 0 when connected, {@link Syscall#WOULD_BLOCK}: writable when done, then ask SO_ERROR */
    public static int connect(int fd, InetEndpoint endpoint) {
        return SocketSetup.connect(fd, new SocketAddressBuffer().fill(endpoint));
    }

    /** connect(2) to a local socket. */
    public static int connect(int fd, String path) {
        return SocketSetup.connect(fd, new SocketAddressBuffer().fill(path));
    }

    /** getsockname(2). */
    public static void localAddress(int fd, SocketAddressBuffer result) {
        SocketSetup.localAddress(fd, result);
    }

    /** getsockname(2) of an internet socket. */
    public static InetEndpoint localEndpoint(int fd) {
        SocketAddressBuffer buffer = new SocketAddressBuffer();
        SocketSetup.localAddress(fd, buffer);
        return buffer.endpoint();
    }

    /** getpeername(2). @throws ErrnoException ENOTCONN when the peer has already gone */
    public static void peerAddress(int fd, SocketAddressBuffer result) {
        SocketSetup.peerAddress(fd, result);
    }

    /**
     * accept4(2). The new socket is non-blocking and closed on exec. Blocks when the listening socket does.
     *
     * @return the new descriptor, {@link Syscall#WOULD_BLOCK} when no connection waits, or {@link Syscall#PEER_GONE} when the
     *     one that waited was aborted: try the next
     * @throws ErrnoException EMFILE and the like, see {@link ErrnoException#isShortage}
     */
    public static int accept(int listenFd, SocketAddressBuffer peer) {
        long result = ACCEPT.attempt(
                listenFd, peer.prepare(), peer.lengthAddress(), SocketSetup.SOCK_NONBLOCK | SocketSetup.SOCK_CLOEXEC);
        Reference.reachabilityFence(peer);
        return (int) ACCEPT.transferred(result);
    }

    /** recv(2) into part of an array. */
    public static int recv(int fd, byte[] buffer, int offset, int length) {
        return RECV.transfer(fd, MemorySegment.ofArray(buffer).asSlice(offset, length), length, MSG_DONTWAIT);
    }

    /** recv(2) into a segment, native or of an array. */
    public static int recv(int fd, MemorySegment buffer) {
        return RECV.transfer(fd, buffer, buffer.byteSize(), MSG_DONTWAIT);
    }

    /** recv(2) that leaves the bytes to be read again. */
    public static int peek(int fd, byte[] buffer, int offset, int length) {
        return RECV.transfer(
                fd, MemorySegment.ofArray(buffer).asSlice(offset, length), length, MSG_DONTWAIT | MSG_PEEK);
    }

    /** send(2) from part of an array; perhaps not all of it is taken. @param flags 0 or {@link #MSG_MORE} */
    public static int send(int fd, byte[] buffer, int offset, int length, int flags) {
        return send(fd, MemorySegment.ofArray(buffer).asSlice(offset, length), flags);
    }

    /** send(2) from a segment, native or of an array. @param flags 0 or {@link #MSG_MORE} */
    public static int send(int fd, MemorySegment buffer, int flags) {
        return SEND.transfer(fd, buffer, buffer.byteSize(), flags | MSG_DONTWAIT | MSG_NOSIGNAL);
    }

    /** writev(2) of what the vector has gathered, on a non-blocking socket. @return bytes taken, perhaps not all */
    public static long writev(int fd, IoVector vector) {
        long result = WRITEV.attempt(fd, vector.address(), vector.size());
        Reference.reachabilityFence(vector);
        return WRITEV.transferred(result);
    }

    /**
     * sendfile(2) to a non-blocking socket; the file's own position is neither used nor moved. May wait for the disk.
     *
     * @return bytes taken, perhaps not all; 0 when the file ends at or before {@code offset}
     */
    public static long sendfile(int socket, int file, long offset, long count) {
        CallState state = CallState.take();
        try {
            state.scratch().set(ValueLayout.JAVA_LONG, 0, offset);
            return SENDFILE.transferred(SENDFILE.attempt(socket, file, state.scratchAddress(), count));
        } finally {
            state.giveBack();
        }
    }

    /** shutdown(2) of our side: the peer reads the end of the stream. @return 0 or {@link Syscall#PEER_GONE} */
    public static int shutdownWrite(int fd) {
        return (int) SHUTDOWN.transferred(SHUTDOWN.attempt(fd, SHUT_WR));
    }

    /** shutdown(2) of both sides. @return 0 or {@link Syscall#PEER_GONE} */
    public static int shutdownBoth(int fd) {
        return (int) SHUTDOWN.transferred(SHUTDOWN.attempt(fd, SHUT_RDWR));
    }

    /** close(2). */
    public static void close(int fd) {
        Descriptors.close(fd);
    }
}
