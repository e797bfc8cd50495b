package org.brood.posix;

import java.lang.foreign.ValueLayout;

/** timerfd_create(2) on the monotonic clock: a timer that a poll or an epoll can watch. */
public final class TimerFd implements AutoCloseable {
    private static final int CLOCK_MONOTONIC = 1;
    private static final int TFD_NONBLOCK = 0x800;
    private static final int TFD_CLOEXEC = 0x80000;
    private static final LibraryCall CREATE = LibraryCall.ofInt("timerfd_create");
    private static final LibraryCall SETTIME = LibraryCall.ofInt("timerfd_settime");

    private final int fd;

    private TimerFd(int fd) {
        this.fd = fd;
    }

    public static TimerFd open() {
        return new TimerFd((int) CREATE.check(CREATE.attempt(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)));
    }

    /** Readable once it has run out. */
    public int fd() {
        return fd;
    }

    /** Runs out after {@code firstNanos}, then every {@code intervalNanos}; 0 means never. Forgets what was set before. */
    public void set(long firstNanos, long intervalNanos) {
        CallState state = CallState.take();
        try {
            long[] words = {
                intervalNanos / 1_000_000_000,
                intervalNanos % 1_000_000_000,
                firstNanos / 1_000_000_000,
                firstNanos % 1_000_000_000
            };
            for (int i = 0; i < words.length; i++) {
                state.scratch().set(ValueLayout.JAVA_LONG, 8L * i, words[i]);
            }
            SETTIME.check(SETTIME.attempt(fd, 0, state.scratchAddress(), 0));
        } finally {
            state.giveBack();
        }
    }

    /** How often it has run out since the last time this was asked. */
    public long drain() {
        return CounterCalls.take(fd);
    }

    @Override
    public void close() {
        Descriptors.close(fd);
    }
}
