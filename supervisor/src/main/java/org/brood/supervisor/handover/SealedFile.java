package org.brood.supervisor.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brood.posix.Descriptors;
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
     * Reads a hand-over by its name under {@code /proc}: the descriptor's own position, which all children share, stays
     * untouched. A child calls this first, while the C library is still being bound, so it does without.
     *
     * @throws IllegalStateException if it is of another version
     */
    public static HandOver read(int fd) {
        try {
            byte[] content = Files.readAllBytes(Path.of("/proc/self/fd/" + fd));
            return new HandOverFormat(ByteBuffer.wrap(content)).read();
        } catch (IOException e) {
            throw new UncheckedIOException("the hand-over cannot be read", e);
        }
    }

    /** @throws IllegalStateException if somebody could still change it */
    public static void checkSealed(int fd) {
        if ((Memory.seals(fd) & Memory.SEAL_ALL) != Memory.SEAL_ALL) {
            throw new IllegalStateException("the hand-over is not sealed");
        }
    }
}
