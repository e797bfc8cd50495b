package org.brood.posix;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/**
 * What can be done with any open descriptor. A descriptor is a plain int: whoever opened it closes it, once. All that this
 * package opens is closed on exec (O_CLOEXEC); {@link #inheritable} takes that back for what a child process is to have.
 */
public final class Descriptors {
    private static final LibraryCall CLOSE = LibraryCall.ofInt("close");
    private static final LibraryCall READ = LibraryCall.ofLong("read");
    private static final LibraryCall WRITE = LibraryCall.ofLong("write");
    private static final LibraryCall DUP = LibraryCall.ofInt("dup");
    private static final LibraryCall DUP3 = LibraryCall.ofInt("dup3");
    private static final LibraryCall PIPE2 = LibraryCall.ofInt("pipe2");
    private static final LibraryCall FCNTL = LibraryCall.ofInt("fcntl");

    private static final int F_GETFD = 1;
    private static final int F_SETFD = 2;
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int FD_CLOEXEC = 1;
    private static final int F_DUPFD_CLOEXEC = 1030;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;

    private Descriptors() {}

    /** Two ends that belong together: what is written to the one is read from the other. */
    public record Pair(int reading, int writing) {}

    /**
     * close(2). Never made twice: Linux has released the number even when it reports an error, which is thrown because it
     * may be the late report of a failed write (EIO, ENOSPC).
     */
    public static void close(int fd) {
        CallState state = CallState.take();
        try {
            long result = CLOSE.once(state, fd, 0, 0, 0, 0, 0);
            if (!Syscall.interrupted("close", result)) {
                CLOSE.check(result);
            }
        } finally {
            state.giveBack();
        }
    }

    /** read(2). @return bytes read, 0 at the end of file, or {@link Syscall#WOULD_BLOCK} */
    public static int read(int fd, MemorySegment buffer) {
        long result = READ.attempt(fd, buffer.address(), buffer.byteSize());
        Reference.reachabilityFence(buffer);
        return (int) READ.orWouldBlock(result);
    }

    /** read(2) into an array, by way of native memory because the call may block. As {@link #read(int, MemorySegment)}. */
    public static int read(int fd, byte[] buffer, int offset, int length) {
        try (NativeMemory memory = NativeMemory.ofBytes(length)) {
            int count = read(fd, memory.segment());
            memory.copyTo(buffer, offset, Math.max(count, 0));
            return count;
        }
    }

    /** write(2). @return bytes written, perhaps not all, {@link Syscall#WOULD_BLOCK} or {@link Syscall#PEER_GONE} (EPIPE) */
    public static int write(int fd, MemorySegment buffer) {
        long result = WRITE.attempt(fd, buffer.address(), buffer.byteSize());
        Reference.reachabilityFence(buffer);
        return (int) WRITE.transferred(result);
    }

    /** write(2) from an array, by way of native memory because the call may block. As {@link #write(int, MemorySegment)}. */
    public static int write(int fd, byte[] buffer, int offset, int length) {
        try (NativeMemory memory = NativeMemory.of(buffer, offset, length)) {
            return write(fd, memory.segment());
        }
    }

    /** dup(2), closed on exec. */
    public static int dup(int fd) {
        return (int) FCNTL.check(FCNTL.attempt(fd, F_DUPFD_CLOEXEC, 0));
    }

    /** dup(2) as it is: the new number is inherited by exec. */
    public static int dupInheritable(int fd) {
        return (int) DUP.check(DUP.attempt(fd));
    }

    /** dup3(2): {@code target} becomes a second number of {@code fd}, inherited by exec; what it was before is closed. */
    public static void dup2(int fd, int target) {
        if (fd == target) {
            inheritable(fd, true);
        } else {
            DUP3.check(DUP3.attempt(fd, target, 0));
        }
    }

    /** pipe2(2), both ends blocking. */
    public static Pair pipe() {
        return pipe(false);
    }

    /** pipe2(2). */
    public static Pair pipe(boolean nonBlocking) {
        return IntPair.filledBy(PIPE2, address -> PIPE2.attempt(address, O_CLOEXEC | (nonBlocking ? O_NONBLOCK : 0)));
    }

    /** Whether a program started by exec has the descriptor (clears or sets FD_CLOEXEC). */
    public static void inheritable(int fd, boolean inheritable) {
        FCNTL.check(FCNTL.attempt(fd, F_SETFD, inheritable ? 0 : FD_CLOEXEC));
    }

    public static boolean isInheritable(int fd) {
        return (FCNTL.check(FCNTL.attempt(fd, F_GETFD)) & FD_CLOEXEC) == 0;
    }

    /** Sets or clears O_NONBLOCK, which is shared by all numbers, in all processes, of one open file. */
    public static void nonBlocking(int fd, boolean nonBlocking) {
        long flags = FCNTL.check(FCNTL.attempt(fd, F_GETFL));
        long wanted = nonBlocking ? flags | O_NONBLOCK : flags & ~O_NONBLOCK;
        FCNTL.check(FCNTL.attempt(fd, F_SETFL, wanted));
    }

    public static boolean isNonBlocking(int fd) {
        return (FCNTL.check(FCNTL.attempt(fd, F_GETFL)) & O_NONBLOCK) != 0;
    }

    /** Whether the number is an open descriptor of this process: for what was inherited by number, before it is used. */
    public static boolean isOpen(int fd) {
        CallState state = CallState.take();
        try {
            return FCNTL.once(state, fd, F_GETFD, 0, 0, 0, 0) >= 0;
        } finally {
            state.giveBack();
        }
    }
}
