package org.brood.mpm.child;

import org.brood.mpm.spi.NextStep;
import org.brood.posix.Sockets;
import org.brood.posix.Syscall;

/**
 * The lingering close. A socket that is closed with unread bytes in it sends a reset, which may destroy the answer on its
 * way to the client. So the sending side is shut first (the client sees the end of the stream), then what the client still
 * sends is read and thrown away until it closes, at most for {@link #NORMAL_MILLIS}, and only then the socket is closed.
 *
 * <p>Belongs to one thread, which lends its buffer.
 */
public final class Lingering {
    /** After an ordinary last answer. */
    public static final int NORMAL_MILLIS = 30_000;
    /** For kept-alive connections that are ended, abusive peers, and everyone when the child finishes. */
    public static final int BRIEF_MILLIS = 2_000;

    private static final int BUFFER_BYTES = 32 * 1024;
    /** One peer's flood must not keep a listener from the others. */
    private static final int READS_AT_ONCE = 16;

    private final byte[] buffer = new byte[BUFFER_BYTES];

    /** What draining found. */
    public enum State {
        /** All is read for now: wait for more, or the end. */
        WAITING,
        /** There may be more at once. */
        MORE,
        /** The peer is through, or gone: close. */
        OVER
    }

    public static int millis(NextStep.Linger step) {
        return step.brief() ? BRIEF_MILLIS : NORMAL_MILLIS;
    }

    /** Shuts the sending side, then drains. */
    public State begin(int socket) {
        return Sockets.shutdownWrite(socket) == Syscall.PEER_GONE ? State.OVER : drain(socket);
    }

    /** Reads and forgets what is there. Never blocks. */
    public State drain(int socket) {
        for (int i = 0; i < READS_AT_ONCE; i++) {
            int count = Sockets.recv(socket, buffer, 0, BUFFER_BYTES);
            if (count == Syscall.WOULD_BLOCK) {
                return State.WAITING;
            }
            if (count <= 0) {
                return State.OVER;
            }
        }
        return State.MORE;
    }
}
