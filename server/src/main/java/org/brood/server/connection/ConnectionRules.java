package org.brood.server.connection;

import java.util.HashMap;
import java.util.Map;
import org.brood.api.timeout.RequestReadTimeout;
import org.brood.mpm.spi.NextStep;
import org.brood.protocol.http1.Http1Rules;
import org.brood.protocol.http1.KeepAlive;

/**
 * What the directives of a virtual host say about connections, with the waits they lead to made once. Immutable; any thread.
 */
public final class ConnectionRules {
    private static final int MOST_SECONDS = 120;

    private final Http1Rules http1;
    private final KeepAlive keepAlive;
    private final int timeoutMillis;
    private final RequestReadTimeout reading;
    private final NextStep.Park park;
    private final NextStep.AwaitWritable awaitWritable;
    private final Map<Integer, NextStep.AwaitReadable> readable = new HashMap<>();

    public ConnectionRules(Http1Rules http1, KeepAlive keepAlive, int timeoutMillis, RequestReadTimeout reading) {
        this.http1 = http1;
        this.keepAlive = keepAlive;
        this.timeoutMillis = timeoutMillis;
        this.reading = reading;
        park = new NextStep.Park((int) Math.min(Integer.MAX_VALUE, keepAlive.timeoutMillis()));
        awaitWritable = new NextStep.AwaitWritable(timeoutMillis);
        for (int seconds = 1; seconds <= MOST_SECONDS; seconds++) {
            readable.put(seconds, new NextStep.AwaitReadable(seconds * 1000));
        }
    }

    Http1Rules http1() {
        return http1;
    }

    KeepAlive keepAlive() {
        return keepAlive;
    }

    public int timeoutMillis() {
        return timeoutMillis;
    }

    RequestReadTimeout reading() {
        return reading;
    }

    NextStep.Park park() {
        return park;
    }

    NextStep.AwaitWritable awaitWritable() {
        return awaitWritable;
    }

    /** When a head of which {@code received} bytes are here must be complete, milliseconds after its first byte. */
    long headDeadlineMillis(long received) {
        return reading.header().unlimited() ? Long.MAX_VALUE : reading.header().deadlineMillis(received);
    }

    /** The wait for more of a head: in whole seconds, so that there are few different ones. Timeout holds as well. */
    NextStep.AwaitReadable awaitHead(long elapsedMillis, long received) {
        long left = Math.min(headDeadlineMillis(received) - elapsedMillis, timeoutMillis);
        int seconds = (int) Math.max(1, Math.min((left + 999) / 1000, Integer.MAX_VALUE / 1000));
        NextStep.AwaitReadable made = readable.get(seconds);
        return made != null ? made : new NextStep.AwaitReadable(seconds * 1000);
    }
}
