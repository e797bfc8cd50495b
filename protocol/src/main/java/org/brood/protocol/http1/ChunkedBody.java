package org.brood.protocol.http1;

import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;

/**
 * A chunked body (RFC 9112 section 7.1) as httpd's {@code ap_http_filter} reads it.
 *
 * <pre>
 *   SIZE_START -hex-> SIZE -blank-> SIZE_BLANK -;-> EXTENSION -CR-> SIZE_LF -LF-> DATA -all-> DATA_CR -CR-> DATA_LF -LF-> SIZE_START
 *                       '-- ; or CR ------'------------'              '-size 0-> TRAILERS -empty line-> ENDED
 * </pre>
 *
 * Strict wants every LF behind a CR; Unsafe takes LF alone. A CR is always followed by LF. At most ten blanks may follow a size, for old
 * clients. A size is hexadecimal digits only; one of 2^63 or more, or a size line longer than LimitRequestFieldSize, is 413, as is a chunk that would
 * lead beyond the limit of the body, which is said as soon as the size is known. An extension is skipped, and may hold no control but HT.
 */
final class ChunkedBody implements BodyReader {
    private static final int MOST_BLANKS = 10;
    private static final long SIZE_GUARD = Long.MAX_VALUE >>> 4;

    private enum State {
        SIZE_START,
        SIZE,
        SIZE_BLANK,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILERS,
        ENDED
    }

    private final Http1Rules rules;
    private final long limit;
    private final TrailerSection trailers;
    private State state = State.SIZE_START;
    private long remaining;
    private long total;
    private int lineLength;
    private int blanks;
    private int dataOffset;
    private int dataLength;

    ChunkedBody(Http1Rules rules, long limit) {
        this.rules = rules;
        this.limit = limit;
        trailers = new TrailerSection(rules);
    }

    @Override
    public int feed(byte[] buffer, int from, int to) throws ProtocolViolation {
        dataOffset = from;
        dataLength = 0;
        int at = from;
        while (at < to && state != State.DATA && state != State.ENDED) {
            if (state == State.TRAILERS) {
                at += trailers.feed(buffer, at, to);
                state = trailers.ended() ? State.ENDED : State.TRAILERS;
            } else {
                state = next(buffer[at++]);
            }
        }
        return state == State.DATA ? data(at, to) - from : at - from;
    }

    private int data(int at, int to) {
        dataOffset = at;
        dataLength = (int) Math.min(remaining, to - at);
        remaining -= dataLength;
        if (remaining == 0) {
            state = State.DATA_CR;
        }
        return at + dataLength;
    }

    private State next(byte octet) throws ProtocolViolation {
        return switch (state) {
            case SIZE_START -> sizeStart(octet);
            case SIZE -> size(octet);
            case SIZE_BLANK -> sizeBlank(octet);
            case EXTENSION -> extension(octet);
            case SIZE_LF -> sizeLineFeed(octet);
            case DATA_CR -> dataEnd(octet);
            case DATA_LF -> lineFeed(octet, State.SIZE_START);
            case DATA, TRAILERS, ENDED -> throw new IllegalStateException("no framing octet belongs to " + state);
        };
    }

    private State sizeStart(byte octet) throws ProtocolViolation {
        check(Octets.hexValue(octet) >= 0);
        remaining = 0;
        lineLength = 0;
        blanks = 0;
        return size(octet);
    }

    private State size(byte octet) throws ProtocolViolation {
        count();
        int digit = Octets.hexValue(octet);
        if (digit < 0) {
            return behindSize(octet);
        }
        if (remaining > SIZE_GUARD) {
            throw new ProtocolViolation(Fault.CHUNK_TOO_LARGE);
        }
        remaining = remaining << 4 | digit;
        return State.SIZE;
    }

    private State sizeBlank(byte octet) throws ProtocolViolation {
        count();
        return behindSize(octet);
    }

    private State behindSize(byte octet) throws ProtocolViolation {
        return switch (octet) {
            case ';' -> State.EXTENSION;
            case '\r' -> State.SIZE_LF;
            case '\n' -> bareLineFeed(sizeEnd());
            case ' ', '\t' -> {
                check(++blanks <= MOST_BLANKS);
                yield State.SIZE_BLANK;
            }
            default -> throw new ProtocolViolation(Fault.CHUNK_INVALID);
        };
    }

    private State extension(byte octet) throws ProtocolViolation {
        count();
        return switch (octet) {
            case '\r' -> State.SIZE_LF;
            case '\n' -> bareLineFeed(sizeEnd());
            default -> {
                check(Octets.isContent(octet));
                yield State.EXTENSION;
            }
        };
    }

    private State sizeLineFeed(byte octet) throws ProtocolViolation {
        count();
        return lineFeed(octet, sizeEnd());
    }

    /** What follows the size line: data, or the trailers if this is the last chunk. */
    private State sizeEnd() {
        return remaining == 0 ? State.TRAILERS : State.DATA;
    }

    private State dataEnd(byte octet) throws ProtocolViolation {
        if (octet == '\n') {
            return bareLineFeed(State.SIZE_START);
        }
        check(octet == '\r');
        return State.DATA_LF;
    }

    private State bareLineFeed(State next) throws ProtocolViolation {
        check(!rules.strict());
        return enter(next);
    }

    private State lineFeed(byte octet, State next) throws ProtocolViolation {
        check(octet == '\n');
        return enter(next);
    }

    private State enter(State next) throws ProtocolViolation {
        if (next == State.DATA) {
            if (limit > 0 && remaining > limit - total) {
                throw new ProtocolViolation(Fault.BODY_TOO_LARGE);
            }
            total += remaining;
        }
        return next;
    }

    private void count() throws ProtocolViolation {
        if (++lineLength > rules.limitRequestFieldSize()) {
            throw new ProtocolViolation(Fault.CHUNK_TOO_LARGE);
        }
    }

    private static void check(boolean good) throws ProtocolViolation {
        if (!good) {
            throw new ProtocolViolation(Fault.CHUNK_INVALID);
        }
    }

    @Override
    public int dataOffset() {
        return dataOffset;
    }

    @Override
    public int dataLength() {
        return dataLength;
    }

    @Override
    public boolean ended() {
        return state == State.ENDED;
    }

    @Override
    public FieldTable trailers() {
        return trailers.fields();
    }
}
