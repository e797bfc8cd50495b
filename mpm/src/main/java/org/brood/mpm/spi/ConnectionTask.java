package org.brood.mpm.spi;

/**
 * A connection, as far as an MPM knows it: something that uses a thread for a while and then says what it needs next.
 *
 * <p>One thread at a time owns a task: an MPM never calls two methods of one task at once, and there is a happens-before
 * edge between a call and the next. No method throws for what a peer does; an exception that escapes is a bug of the
 * server's: the MPM logs it and closes the connection as after {@link NextStep.Close}.
 *
 * <pre>
 *   accepted ── run ──► AwaitReadable / AwaitWritable / Park ──(socket ready)──► run
 *                  │                       └──(timeout)──► timedOut ──► any step
 *                  ├──► HandOver ──► run, on a thread that may block
 *                  ├──► Linger ──► the MPM drains the socket ──► closed
 *                  └──► Close ──► closed
 * </pre>
 */
public interface ConnectionTask {

    /**
     * Goes on with the connection. On a thread that may not block this does only what needs no waiting, and gives {@link
     * NextStep.HandOver} where the next thing to do may block.
     *
     * <p>An MPM may learn of the socket by its edges only: that something has changed, once. So a call must leave the socket
     * as it says:
     *
     * <ul>
     *   <li>before it gives {@link NextStep.AwaitReadable} or {@link NextStep.Park}, this very call has read until
     *       {@code recv} gave fewer bytes than it was asked for, or would have blocked. (A short read is enough: the usual
     *       request costs one {@code recv}. If the peer's end of stream stands behind it, the MPM calls {@code run} once
     *       more.) A call that was spent on a handler reads before it parks, even if the handler needed no input;
     *   <li>before it gives {@link NextStep.AwaitWritable}, this very call has written until {@code send}, {@code writev} or
     *       {@code sendfile} took less than it was given, or would have blocked.
     * </ul>
     *
     * <p>A call may come though nothing has changed: it finds that reading would block, and gives the same step again.
     */
    NextStep run(LentThread thread);

    /**
     * The wait that the last step asked for has lasted its timeout. Never blocks. The answer may be the same kind of wait for
     * a while more, when the task's own deadline is not reached yet.
     */
    NextStep timedOut(LentThread thread);

    /**
     * Whether this connection may be ended without harm to its client: it waits between two requests and no byte of the next
     * has been seen. An MPM that is short of room or is being stopped closes such connections.
     */
    boolean idle();

    /** The socket has been closed; called exactly once, whatever went before. Releases what the task holds. */
    void closed();
}
