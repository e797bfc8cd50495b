package org.brood.mpm.spi;

/**
 * What a connection needs next. Timeouts are milliseconds from now and come from a small set of configured values: an MPM
 * keeps one queue for each distinct value. Instances are meant to be made once and reused.
 */
public sealed interface NextStep {

    /** More input is needed to go on with a request that has begun, or with a new connection's first request. */
    record AwaitReadable(int timeoutMillis) implements NextStep {}

    /** Output is left that the socket did not take. */
    record AwaitWritable(int timeoutMillis) implements NextStep {}

    /** All is answered; the connection may live until the next request. The only state in which it may be shed. */
    record Park(int timeoutMillis) implements NextStep {}

    /** The next thing to do may block: call {@code run} again on a thread that may. Never given to one that may. */
    record HandOver() implements NextStep {}

    /** The last answer is sent: shut the sending side down, drain what the peer still sends, then close. */
    record Linger(boolean brief) implements NextStep {}

    /**
     * Close at once. For a connection that failed, and after a last answer only if nothing more can come from the client,
     * because it said itself that the request was its last ({@code Connection: close}, or HTTP/1.0 without keep-alive) and
     * all of it has been read: bytes that arrive after a close are answered with a reset, which may destroy the answer on
     * its way. It saves five system calls, a third of the cost of a connection that is used once.
     */
    record Close() implements NextStep {}

    HandOver HAND_OVER = new HandOver();
    Linger LINGER = new Linger(false);
    /** The 2-second form, for peers that abuse the connection and for keep-alive connections that are ended. */
    Linger LINGER_BRIEFLY = new Linger(true);

    Close CLOSE = new Close();
}
