package org.brood.posix;

import java.lang.foreign.ValueLayout;

/** The machine as a whole. */
public final class Machine {
    private static final int CPU_SET_BYTES = 1024; // 8192 processors
    private static final LibraryCall SCHED_GETAFFINITY = LibraryCall.ofInt("sched_getaffinity");
    private static final LibraryCall GETLOADAVG = LibraryCall.ofInt("getloadavg");

    private Machine() {}

    /** Runnable processes on average over 1, 5 and 15 minutes; -1 when the system does not tell. */
    public record LoadAverages(double one, double five, double fifteen) {}

    /** getloadavg(3). */
    public static LoadAverages loadAverages() {
        try (NativeMemory samples = NativeMemory.ofBytes(24)) {
            long known = GETLOADAVG.attempt(samples.address(), 3);
            return new LoadAverages(sample(samples, 0, known), sample(samples, 1, known), sample(samples, 2, known));
        }
    }

    private static double sample(NativeMemory samples, int index, long known) {
        return index < known ? samples.segment().get(ValueLayout.JAVA_DOUBLE, 8L * index) : -1;
    }

    /** Processors that this process may run on: sched_getaffinity(2). */
    public static int processors() {
        try (NativeMemory set = NativeMemory.ofBytes(CPU_SET_BYTES)) {
            SCHED_GETAFFINITY.check(SCHED_GETAFFINITY.attempt(0, CPU_SET_BYTES, set.address()));
            int count = 0;
            for (int i = 0; i < CPU_SET_BYTES; i += 8) {
                count += Long.bitCount(set.longAt(i));
            }
            return count;
        }
    }
}
