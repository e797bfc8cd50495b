package org.brood.server.connection;

import org.brood.mpm.spi.LentThread;
import org.brood.protocol.http.DateStamp;
import org.brood.protocol.http1.Http1Rules;
import org.brood.protocol.http1.RequestHeadParser;
import org.brood.protocol.http1.ResponseHeadWriter;
import org.jspecify.annotations.Nullable;

/** The buffers of a thread, lent to one connection at a time. Nothing in it outlives a call. */
final class Scratch {
    private static final int INPUT = 16 * 1024;
    private static final int OUTPUT = 48 * 1024;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final byte[] space = new byte[INPUT];
    final Input input = new Input(space);
    final ResponseHeadWriter writer = new ResponseHeadWriter(2048);
    final DateStamp date = new DateStamp();
    private byte[] output = new byte[OUTPUT];
    private long wallMillis;
    private long wallReadNanos;
    private boolean wallRead;
    private @Nullable RequestHeadParser parser;
    private @Nullable Http1Rules parserRules;

    /**
     * The time of day in milliseconds since 1970, at most one too old: requests come many in a millisecond, and each look at a clock
     * costs as much as reading a header line.
     *
     * @param nowNanos {@link System#nanoTime()} just now
     */
    long wallMillis(long nowNanos) {
        if (!wallRead || nowNanos - wallReadNanos >= NANOS_PER_MILLI) {
            wallMillis = System.currentTimeMillis();
            wallReadNanos = nowNanos;
            wallRead = true;
        }
        return wallMillis;
    }

    /** Room for so many bytes; what was in it is lost. */
    byte[] output(int length) {
        if (output.length < length) {
            output = new byte[length];
        }
        return output;
    }

    byte[] output() {
        return output;
    }

    static Scratch of(LentThread thread) {
        if (thread.scratch() instanceof Scratch scratch) {
            return scratch;
        }
        Scratch made = new Scratch();
        thread.scratch(made);
        return made;
    }

    /** Begins with an empty input, or with what a connection held back. */
    Input begin(byte @Nullable [] held) {
        if (held == null) {
            input.over(space, 0);
        } else if (held.length < space.length) {
            System.arraycopy(held, 0, space, 0, held.length);
            input.over(space, held.length);
        } else {
            input.over(held, held.length);
        }
        return input;
    }

    RequestHeadParser parser(Http1Rules rules) {
        RequestHeadParser own = parser;
        if (own == null || !rules.equals(parserRules)) {
            own = new RequestHeadParser(rules);
            parser = own;
            parserRules = rules;
        }
        return own;
    }

    /** Gives the parser away to a connection whose head is half read. */
    void partWithParser() {
        parser = null;
    }
}
