package org.brood.api;

/** What went over the connection for one exchange; complete when the exchange is logged. */
public interface Transfer {

    /** Bytes received, request line, header and body as they came: {@code %I}. */
    long bytesIn();

    /** Bytes sent, status line, header and chunk marks too: {@code %O}. */
    long bytesOut();

    /** Whether the peer was gone before the answer was out: {@code %X} is {@code X}. */
    boolean aborted();

    /** Whether the connection stays open for a further request: {@code %X} is {@code +}. */
    boolean keptAlive();
}
