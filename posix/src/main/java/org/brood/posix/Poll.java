package org.brood.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** poll(2) on one descriptor: how a thread that owns a connection waits for it. Blocks; a timeout of -1 is for ever. */
public final class Poll {
    public static final int IN = 0x1;
    public static final int OUT = 0x4;
    public static final int ERROR = 0x8;
    public static final int HANG_UP = 0x10;
    public static final int NOT_OPEN = 0x20;

    private static final LibraryCall POLL = LibraryCall.ofInt("poll");

    private Poll() {}

    /** @return true when a read would not block (bytes, end of stream or an error), false after the timeout */
    public static boolean readable(int fd, int timeoutMillis) {
        return events(fd, IN, timeoutMillis) != 0;
    }

    /** @return true when a write would not block (room or an error), false after the timeout */
    public static boolean writable(int fd, int timeoutMillis) {
        return events(fd, OUT, timeoutMillis) != 0;
    }

    /** @return what happened of {@code wanted}, and ERROR and HANG_UP in any case; 0 after the timeout */
    public static int events(int fd, int wanted, int timeoutMillis) {
        CallState state = CallState.take();
        try {
            MemorySegment entry = state.scratch();
            entry.set(ValueLayout.JAVA_INT, 0, fd);
            entry.set(ValueLayout.JAVA_INT, 4, wanted & 0xffff);
            wait(entry.address(), 1, timeoutMillis);
            return happened(fd, entry.get(ValueLayout.JAVA_INT, 4) >>> 16);
        } finally {
            state.giveBack();
        }
    }

    static int wait(long entries, int count, int timeoutMillis) {
        return (int) POLL.check(POLL.attempt(entries, count, timeoutMillis));
    }

    /** poll(2) reports a number that is not open instead of failing: the same bug as EBADF, so the same answer. */
    static int happened(int fd, int events) {
        if ((events & NOT_OPEN) != 0) {
            throw new SyscallDefect("poll of " + fd, Errno.EBADF);
        }
        return events;
    }
}
