package org.brood.bench.load;

import org.brood.bench.stats.Histogram;

/**
 * What happened to the requests of one phase of a {@link NioLoad}. Written by the load's thread alone.
 *
 * <p>A request is <em>lost</em> when nobody could have saved it: no connection could be made, a fresh connection died
 * unanswered, or an answer broke off. It is <em>cut</em> when a kept-alive connection was closed under it before any byte of
 * the answer came: RFC 9112, section 9.3.1, lets a client send it again, and every client does.
 */
public final class LoadCounts {
    private final Histogram latencies = new Histogram();
    private long unexpected;
    private long lost;
    private long cut;
    private long bytes;

    void answered(long nanos, boolean asExpected) {
        latencies.record(nanos);
        if (!asExpected) {
            unexpected++;
        }
    }

    void received(long count) {
        bytes += count;
    }

    void broken(boolean wasFresh, boolean answerBegun) {
        if (wasFresh || answerBegun) {
            lost++;
        } else {
            cut++;
        }
    }

    public long answered() {
        return latencies.total();
    }

    /** Answered, but with another status. */
    public long unexpected() {
        return unexpected;
    }

    public long lost() {
        return lost;
    }

    public long cut() {
        return cut;
    }

    public long bytes() {
        return bytes;
    }

    public Histogram latencies() {
        return latencies;
    }
}
