package org.brood.posix;

/**
 * eventfd(2): a counter that a poll or an epoll can watch, to wake a thread that waits. Any thread may signal. Closing it is
 * the owner's, after the last signal.
 */
public final class EventFd implements AutoCloseable {
    private static final int EFD_CLOEXEC = 0x80000;
    private static final int EFD_NONBLOCK = 0x800;
    private static final LibraryCall EVENTFD = LibraryCall.ofInt("eventfd");

    private final int fd;

    private EventFd(int fd) {
        this.fd = fd;
    }

    public static EventFd open() {
        return new EventFd((int) EVENTFD.check(EVENTFD.attempt(0, EFD_CLOEXEC | EFD_NONBLOCK)));
    }

    /** Readable while the counter is not zero. */
    public int fd() {
        return fd;
    }

    /** Adds one; wakes who watches. */
    public void signal() {
        CounterCalls.add(fd, 1);
    }

    /** Takes the counter down to zero. @return what it was, 0 when nobody had signalled */
    public long drain() {
        return CounterCalls.take(fd);
    }

    @Override
    public void close() {
        Descriptors.close(fd);
    }
}
