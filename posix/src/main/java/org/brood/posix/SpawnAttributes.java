package org.brood.posix;

import java.util.List;

/** The attributes of posix_spawnattr_init(3) that are used here. @param processGroup -1 keeps ours, 0 is a new one */
record SpawnAttributes(boolean newSession, int processGroup, List<Integer> defaultSignals) {
    private static final int SETPGROUP = 0x02;
    private static final int SETSIGDEF = 0x04;
    private static final int SETSIGMASK = 0x08;
    private static final int SETSID = 0x80;

    /** The mask is always set, to empty. */
    int flags() {
        return SETSIGMASK
                | (newSession ? SETSID : 0)
                | (processGroup >= 0 ? SETPGROUP : 0)
                | (defaultSignals.isEmpty() ? 0 : SETSIGDEF);
    }

    /** The first word of a sigset_t; signals of this package are below 64. */
    long defaultSignalBits() {
        long bits = 0;
        for (int signal : defaultSignals) {
            bits |= 1L << signal - 1;
        }
        return bits;
    }
}
