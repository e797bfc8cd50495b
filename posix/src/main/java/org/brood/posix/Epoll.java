package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

/**
 * An epoll instance and the room for its answers; epoll(7). Any thread may add, modify and remove; one thread waits and
 * then reads {@link #events} and {@link #data}, which hold until it waits again. Nothing here allocates after construction.
 */
public final class Epoll implements AutoCloseable {
    public static final int IN = 0x1;
    public static final int PRIORITY = 0x2;
    public static final int OUT = 0x4;
    public static final int ERROR = 0x8;
    public static final int HANG_UP = 0x10;
    /** The peer has shut down its writing side. */
    public static final int PEER_SHUT = 0x2000;
    /** Wake one waiter, not all, of those that watch the same listener; only with {@link #add}. */
    public static final int EXCLUSIVE = 1 << 28;

    public static final int ONE_SHOT = 1 << 30;
    /** Report changes of readiness, not readiness. */
    public static final int EDGE = 1 << 31;

    private static final int EPOLL_CTL_ADD = 1;
    private static final int EPOLL_CTL_DEL = 2;
    private static final int EPOLL_CTL_MOD = 3;
    private static final int EPOLL_CLOEXEC = 0x80000;

    private static final LibraryCall EPOLL_CREATE1 = LibraryCall.ofInt("epoll_create1");
    private static final LibraryCall EPOLL_CTL = LibraryCall.ofInt("epoll_ctl");
    private static final LibraryCall EPOLL_WAIT = LibraryCall.ofInt("epoll_wait");

    /** struct epoll_event is packed on x86-64 alone: 4 bytes of events, then 8 of data, with or without a gap. */
    private static final int DATA_OFFSET = "amd64".equals(System.getProperty("os.arch")) ? 4 : 8;

    private static final int EVENT_BYTES = DATA_OFFSET + 8;

    private final int fd;
    private final int capacity;
    private final MemorySegment ready;

    private Epoll(int fd, int capacity) {
        this.fd = fd;
        this.capacity = capacity;
        this.ready = Arena.ofAuto().allocate((long) capacity * EVENT_BYTES, 64);
    }

    /** epoll_create1(2). @param capacity events reported by one wait at most */
    public static Epoll open(int capacity) {
        return new Epoll((int) EPOLL_CREATE1.check(EPOLL_CREATE1.attempt(EPOLL_CLOEXEC)), capacity);
    }

    /** The descriptor, which is readable when an event waits: an epoll can be watched by another one. */
    public int fd() {
        return fd;
    }

    /** @param data comes back with each event of the descriptor */
    public void add(int watched, int events, long data) {
        control(EPOLL_CTL_ADD, watched, events, data);
    }

    public void modify(int watched, int events, long data) {
        control(EPOLL_CTL_MOD, watched, events, data);
    }

    /** Needed only for a descriptor that goes on living: closing the last number of a file removes it. */
    public void remove(int watched) {
        control(EPOLL_CTL_DEL, watched, 0, 0);
    }

    private void control(int operation, int watched, int events, long data) {
        CallState state = CallState.take();
        try {
            state.scratch().set(ValueLayout.JAVA_INT, 0, events);
            state.scratch().set(ValueLayout.JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
            EPOLL_CTL.check(EPOLL_CTL.attempt(fd, operation, watched, state.scratchAddress()));
        } finally {
            state.giveBack();
        }
    }

    /**
     * epoll_wait(2).
     *
     * @param timeoutMillis 0 looks without waiting, -1 waits for ever
     * @return how many events there are, 0 after the timeout
     */
    public int wait(int timeoutMillis) {
        long result = EPOLL_WAIT.attempt(fd, ready.address(), capacity, timeoutMillis);
        Reference.reachabilityFence(this);
        return (int) EPOLL_WAIT.check(result);
    }

    /** What happened, of the event with this index. */
    public int events(int index) {
        return ready.get(ValueLayout.JAVA_INT_UNALIGNED, (long) index * EVENT_BYTES);
    }

    /** What was given when the descriptor was added or modified. */
    public long data(int index) {
        return ready.get(ValueLayout.JAVA_LONG_UNALIGNED, (long) index * EVENT_BYTES + DATA_OFFSET);
    }

    @Override
    public void close() {
        Descriptors.close(fd);
    }
}
