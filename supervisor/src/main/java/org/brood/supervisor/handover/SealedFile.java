package org.brood.supervisor.handover;

import java.nio.ByteBuffer;
import org.brood.posix.Descriptors;
import org.brood.posix.FileContent;
import org.brood.posix.Memory;

/** A hand-over as a file in memory that nobody can change any more: memfd_create(2) with all seals. */
public final class SealedFile {

    private SealedFile() {}

    /** @return the descriptor, closed on exec; its owner closes it */
    public static int write(HandOver handOver) {
        byte[] content = new HandOverBytes().write(handOver);
        int fd = Memory.create("brood-generation-" + handOver.generation());
        int written = 0;
        while (written < content.length) {
            written += Descriptors.write(fd, content, written, content.length - written);
        }
        Memory.seal(fd, Memory.SEAL_ALL);
        return fd;
    }

    /**
     * Reads a hand-over by position: the descriptor's own position is shared by all children and stays untouched.
     *
     * @throws IllegalStateException if it is not sealed, or of another version
     */
    public static HandOver read(int fd) {
        if ((Memory.seals(fd) & Memory.SEAL_ALL) != Memory.SEAL_ALL) {
            throw new IllegalStateException("the hand-over is not sealed");
        }
        return new HandOverFormat(ByteBuffer.wrap(FileContent.readAll(fd))).read();
    }
}
