package org.brood.posix;

import java.nio.charset.StandardCharsets;

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
    private static final long MICROS_PER_TICK = 10_000; // USER_HZ is 100 on all machines

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

    /**
     * Of any process that is running, from {@code /proc/PID/stat}, in steps of 10 ms.
     *
     * @return zero when there is no such process
     */
    public static CpuTimes ofProcess(int pid) {
        byte[] text = new byte[1024];
        int length = ProcFile.read("/proc/" + pid + "/stat", text);
        String stat = new String(text, 0, length, StandardCharsets.ISO_8859_1);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length < 13) {
            return new CpuTimes(0, 0);
        }
        return new CpuTimes(Long.parseLong(fields[11]) * MICROS_PER_TICK, Long.parseLong(fields[12]) * MICROS_PER_TICK);
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
