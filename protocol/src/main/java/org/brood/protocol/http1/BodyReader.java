package org.brood.protocol.http1;

import org.brood.protocol.http.Fault;
import org.brood.protocol.http.ProtocolViolation;

/**
 * Takes a request's body out of the octets behind its head, without copying.
 *
 * <pre>
 *   BodyReader body = BodyReader.of(head, rules, limit);       // 413 if Content-Length alone tells
 *   while (!body.ended()) {
 *       if (from == to) ... read more, or body.endOfInput() at the end of the connection
 *       from += body.feed(buffer, from, to);
 *       use(buffer, body.dataOffset(), body.dataLength());     // at most one slice a call, perhaps empty
 *   }
 *   // the next request begins at from: not one octet of it has been taken
 * </pre>
 *
 * <p>Any cut of the same octets gives the same data, the same end, and the same verdict. One owner thread. After a violation the reader is of no
 * more use, and the connection has to end.
 */
public sealed interface BodyReader permits LengthBody, ChunkedBody {

    /**
     * The reader of a request's body.
     *
     * @param limit LimitRequestBody that holds for it; 0 is none
     * @throws ProtocolViolation 413 when the Content-Length exceeds the limit; the rest of the input cannot be used then
     */
    static BodyReader of(RequestHead head, Http1Rules rules, long limit) throws ProtocolViolation {
        if (head.framing() == BodyFraming.CHUNKED) {
            return new ChunkedBody(rules, limit);
        }
        if (limit > 0 && head.contentLength() > limit) {
            throw new ProtocolViolation(Fault.LENGTH_OVER_LIMIT);
        }
        return new LengthBody(head.contentLength());
    }

    /** As {@link #of(RequestHead, Http1Rules, long)} with the limit of the rules. */
    static BodyReader of(RequestHead head, Http1Rules rules) throws ProtocolViolation {
        return of(head, rules, rules.limitRequestBody());
    }

    /** Takes octets from {@code [from, to)} until a slice of data is found or all are taken; returns how many it took. */
    int feed(byte[] buffer, int from, int to) throws ProtocolViolation;

    /** Where the slice found by the last {@link #feed} stands in its buffer. */
    int dataOffset();

    /** Octets of that slice; 0 when there was only framing. */
    int dataLength();

    /** Whether the whole body, trailers included, has been taken. */
    boolean ended();

    /** The trailer fields, complete when the body has {@link #ended}; they have octets of their own. */
    FieldTable trailers();

    /** The peer has ended its side: a violation unless the body has {@link #ended}. */
    default void endOfInput() throws ProtocolViolation {
        if (!ended()) {
            throw new ProtocolViolation(Fault.BODY_CUT_SHORT);
        }
    }
}
