package org.brood.server.connection;

import java.util.Arrays;
import org.brood.posix.Sockets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that were read from a socket and not used yet: {@code buffer[from..to)}. Belongs to the thread that has the
 * connection.
 */
final class Input {
    private static final int MOST = 2 << 20;

    byte[] buffer;
    int from;
    int to;
    /** Whether the last read took all there was, so that nothing can be waiting unseen. */
    boolean drained;

    Input(byte[] buffer) {
        this.buffer = buffer;
    }

    void over(byte[] newBuffer, int length) {
        buffer = newBuffer;
        from = 0;
        to = length;
        drained = false;
    }

    int length() {
        return to - from;
    }

    /** Reads once behind what is there. The result is recv's: bytes, 0 at the end, WOULD_BLOCK or PEER_GONE. */
    int receive(int socket) {
        makeRoom();
        int room = buffer.length - to;
        int read = Sockets.recv(socket, buffer, to, room);
        drained = read < room;
        if (read > 0) {
            to += read;
        }
        return read;
    }

    private void makeRoom() {
        if (from == to) {
            from = 0;
            to = 0;
        }
        if (to < buffer.length) {
            return;
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, length());
            to -= from;
            from = 0;
            return;
        }
        if (buffer.length >= MOST) {
            throw new IllegalStateException("a head outgrew all limits");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }

    /** What is left, in an array of its own; null for nothing. */
    byte @Nullable [] rest() {
        return from == to ? null : Arrays.copyOfRange(buffer, from, to);
    }
}
