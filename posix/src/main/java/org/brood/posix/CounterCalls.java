package org.brood.posix;

import java.lang.foreign.ValueLayout;

/** Eight-byte counters behind a non-blocking descriptor: eventfd(2) and timerfd_create(2). */
final class CounterCalls {
    private static final LibraryCall READ = LibraryCall.ofLong("read");
    private static final LibraryCall WRITE = LibraryCall.ofLong("write");

    private CounterCalls() {}

    /** A counter that is full (EAGAIN) is readable already, which is all that is wanted. */
    static void add(int fd, long count) {
        CallState state = CallState.take();
        try {
            state.scratch().set(ValueLayout.JAVA_LONG, 0, count);
            WRITE.orWouldBlock(WRITE.attempt(fd, state.scratchAddress(), 8));
        } finally {
            state.giveBack();
        }
    }

    static long take(int fd) {
        CallState state = CallState.take();
        try {
            long result = READ.orWouldBlock(READ.attempt(fd, state.scratchAddress(), 8));
            return result == Syscall.WOULD_BLOCK ? 0 : state.scratch().get(ValueLayout.JAVA_LONG, 0);
        } finally {
            state.giveBack();
        }
    }
}
