package org.brood.mpm.child;

import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Limit;
import org.brood.posix.Sockets;

/**
 * Keeps connections from using up the last descriptors of the process, which files, scripts, logs and the class loader
 * need to serve those that are here already (hazard H16). The kernel gives out the lowest free number, so the number of a new
 * socket tells how many are in use, for nothing. Any thread.
 */
final class DescriptorReserve {
    private static final int MOST = 64;

    private final long ceiling;

    DescriptorReserve(long openFiles) {
        long unlimitedOrHuge = openFiles < 0 ? Integer.MAX_VALUE : openFiles;
        this.ceiling = unlimitedOrHuge - Math.min(MOST, unlimitedOrHuge / 8);
    }

    /** For the limit that this process has (RLIMIT_NOFILE, {@code ulimit -n}). */
    static DescriptorReserve ofThisProcess() {
        return new DescriptorReserve(Limit.OPEN_FILES.get().soft());
    }

    long ceiling() {
        return ceiling;
    }

    /** Whether a new descriptor with this number is one of the reserve. */
    boolean holds(int fd) {
        return fd >= ceiling;
    }

    /** Whether the next new descriptor would be one of the reserve. Costs two system calls. */
    boolean isReached(int anyOpen) {
        try {
            int probe = Descriptors.dup(anyOpen);
            Sockets.close(probe);
            return holds(probe);
        } catch (ErrnoException none) {
            return true;
        }
    }
}
