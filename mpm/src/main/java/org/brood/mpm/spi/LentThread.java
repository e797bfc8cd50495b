package org.brood.mpm.spi;

import org.brood.scoreboard.WorkerRow;
import org.jspecify.annotations.Nullable;

/**
 * A thread, or the permit to use one, that an MPM lends to a connection for one call. Valid during that call only.
 *
 * <p>There are as many of these as requests can be in progress at once (under {@code virtual} too, where a virtual thread
 * takes one for each request), so what hangs on them, a scoreboard row and a scratch area, is bounded.
 */
public interface LentThread {

    /** Whether code on this thread may wait: for a disk, a lock, a script, a peer. */
    boolean mayBlock();

    /**
     * Waits until the socket can be read. Only on a thread that may block.
     *
     * @return false when the time is over
     */
    boolean awaitReadable(int socket, int timeoutMillis);

    /** Waits until the socket can be written. Only on a thread that may block. */
    boolean awaitWritable(int socket, int timeoutMillis);

    /** This thread's row in the scoreboard. */
    WorkerRow row();

    /** What the connection's side keeps with this thread (buffers); null at first. Touched by the owner of the call only. */
    @Nullable
    Object scratch();

    void scratch(Object scratch);
}
