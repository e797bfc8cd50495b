package org.brood.scoreboard;

/**
 * The writing side of one worker's row. One owner thread at a time; no call allocates, locks or makes a system call.
 * Texts are bytes as they came; what is longer than the row's field is cut.
 */
public interface WorkerRow {

    void status(WorkerStatus status);

    /** A connection is served on this thread from now on. Does not change the counters of the row. */
    void connection(byte[] client, int clientLength);

    /**
     * A request is about to be answered: its texts, and the clock for "seconds since last use".
     *
     * @param line the request line, from {@code from} to {@code to}
     * @param nowMicros wall clock, microseconds since 1970
     */
    void request(byte[] line, int from, int to, byte[] vhost, byte[] protocol, long nowMicros);

    /**
     * A request is answered and logged.
     *
     * @param bytes what counts as sent
     * @param durationMicros from the request's first byte to its last byte out
     * @param newOnConnection whether it was the first request on its connection
     */
    void answered(long bytes, long durationMicros, long nowMicros, boolean newOnConnection);
}
