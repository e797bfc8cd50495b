package org.brood.posix;

/**
 * Processor time; getrusage(2).
 *
 * @param userMicros in programs
 * @param systemMicros in the kernel on their behalf
 */
public record CpuTimes(long userMicros, long systemMicros) {
    private static final LibraryCall GETRUSAGE = LibraryCall.ofInt("getrusage");
    private static final int RUSAGE_SELF = 0;
    private static final int RUSAGE_CHILDREN = -1;
    private static final int RUSAGE_THREAD = 1;

    /** Of this process, all threads. */
    public static CpuTimes ofProcess() {
        return of(RUSAGE_SELF);
    }

    /** Of the children that have ended and been waited for, and theirs. */
    public static CpuTimes ofChildren() {
        return of(RUSAGE_CHILDREN);
    }

    /** Of the calling platform thread. */
    public static CpuTimes ofThread() {
        return of(RUSAGE_THREAD);
    }

    private static CpuTimes of(int who) {
        try (NativeMemory usage = NativeMemory.ofBytes(144)) {
            GETRUSAGE.check(GETRUSAGE.attempt(who, usage.address()));
            return new CpuTimes(micros(usage, 0), micros(usage, 16));
        }
    }

    private static long micros(NativeMemory usage, long offset) {
        return usage.longAt(offset) * 1_000_000 + usage.longAt(offset + 8);
    }
}
