package org.brood.bench.proc;

import java.util.List;

/**
 * Memory of one process or of several: proportional share (PSS) and what is private to it, in kibibytes; from
 * /proc/PID/smaps_rollup, proc_pid_smaps(5). PSS adds up over a tree without counting shared pages twice.
 */
public record MemoryUse(long pssKib, long privateKib) {
    static final MemoryUse NONE = new MemoryUse(0, 0);

    static MemoryUse parse(List<String> lines) {
        long pss = 0;
        long ours = 0;
        for (String line : lines) {
            if (line.startsWith("Pss:")) {
                pss += kib(line);
            } else if (line.startsWith("Private_Clean:") || line.startsWith("Private_Dirty:")) {
                ours += kib(line);
            }
        }
        return new MemoryUse(pss, ours);
    }

    private static long kib(String line) {
        return Long.parseLong(line.strip().split("\\s+")[1]);
    }

    MemoryUse plus(MemoryUse other) {
        return new MemoryUse(pssKib + other.pssKib, privateKib + other.privateKib);
    }
}
