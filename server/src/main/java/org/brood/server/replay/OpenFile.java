package org.brood.server.replay;

import java.util.concurrent.atomic.AtomicInteger;
import org.brood.api.FileStatus;
import org.brood.posix.ErrnoException;
import org.brood.posix.Files;
import org.brood.posix.Sockets;

/**
 * An open file that several answers may be sending at once; closed when the last lets go. Any thread.
 */
public final class OpenFile {
    private final int descriptor;
    private final AtomicInteger holders = new AtomicInteger(1);

    private OpenFile(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Opens a file that must still be the one that was seen; its holder releases it.
     *
     * @throws ErrnoException if it cannot be opened
     * @throws ChangedException if it is another file by now, or has another size or time
     */
    public static OpenFile open(String name, FileStatus seen) throws ChangedException {
        int descriptor = Files.open(name, Files.O_RDONLY | Files.O_NONBLOCK, 0);
        org.brood.posix.FileStatus now = Files.status(descriptor);
        boolean same = now.inode() == seen.inode()
                && now.device() == seen.device()
                && now.size() == seen.size()
                && now.modifiedNanos() == seen.modifiedNanos();
        if (!same) {
            Sockets.close(descriptor);
            throw new ChangedException();
        }
        return new OpenFile(descriptor);
    }

    /** The file is not the one that the answer was decided on. */
    public static final class ChangedException extends Exception {
        private static final long serialVersionUID = 1L;

        ChangedException() {
            super("the file has changed", null, false, false);
        }
    }

    /** A file turned out to be shorter than it was. */
    public static ChangedException changed() {
        return new ChangedException();
    }

    public int descriptor() {
        return descriptor;
    }

    /** One more holder; false when the last one has just let go. */
    public boolean hold() {
        int now = holders.get();
        while (now > 0) {
            if (holders.compareAndSet(now, now + 1)) {
                return true;
            }
            now = holders.get();
        }
        return false;
    }

    public void release() {
        if (holders.decrementAndGet() == 0) {
            Sockets.close(descriptor);
        }
    }
}
