package org.brood.posix;

/** The options of setsockopt(2) that a web server sets; socket(7), tcp(7), ipv6(7). Flags are 0 or 1. */
public enum SocketOption {
    REUSE_ADDRESS(1, 2),
    /** Pending error, and clears it; read only. */
    ERROR(1, 4),
    /** Bytes; the kernel doubles what is set. */
    SEND_BUFFER(1, 7),
    /** Bytes; the kernel doubles what is set. */
    RECEIVE_BUFFER(1, 8),
    KEEP_ALIVE(1, 9),
    REUSE_PORT(1, 15),
    /** 1 on a socket that listens; read only. */
    ACCEPTS_CONNECTIONS(1, 30),
    NO_DELAY(6, 1),
    CORK(6, 3),
    /** Seconds without data before a connection is shown to accept(2) all the same. */
    DEFER_ACCEPT(6, 9),
    /** Milliseconds that unacknowledged data may wait before the connection is given up. */
    USER_TIMEOUT(6, 18),
    IPV6_ONLY(41, 26);

    private final int level;
    private final int number;

    SocketOption(int level, int number) {
        this.level = level;
        this.number = number;
    }

    /** setsockopt(2). */
    public void set(int fd, int value) {
        SocketOptionCalls.set(fd, level, number, value);
    }

    /** setsockopt(2) of a flag. */
    public void enable(int fd) {
        set(fd, 1);
    }

    /** getsockopt(2). */
    public int get(int fd) {
        return SocketOptionCalls.get(fd, level, number);
    }
}
