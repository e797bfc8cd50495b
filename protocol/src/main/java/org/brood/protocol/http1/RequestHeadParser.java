package org.brood.protocol.http1;

import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;

/**
 * Reads request heads out of octets that the caller owns, without copying and, for a head of ordinary size, without allocating.
 *
 * <pre>
 *   RequestHeadParser parser = new RequestHeadParser(rules);
 *   int taken = parser.parse(buffer, from, to);          // throws ProtocolViolation: answer its status, then close
 *   if (taken == RequestHeadParser.INCOMPLETE)           // read more behind to, call again with the same from
 *   RequestHead head = parser.head();                    // good until the buffer is reused or parse is called again
 *   from += taken;                                       // body (head.framing()) or next request begins here
 * </pre>
 *
 * <p><b>Theory.</b> A head is a request line, field lines, and an empty line; up to ten empty lines before it are skipped, as httpd does.
 * The parser remembers where the current line began and how far it has looked for that line's end, both relative to the
 * head's start, so between two calls the caller may append octets and move the head to another place or buffer. Each octet is
 * looked at a fixed number of times however the head was cut up, and the verdict is that of the octets in their order: the first bad line is the one reported,
 * as soon as the line is there.
 *
 * <p>A line that has just begun is first tried by {@link QuickLines}, which understands what ordinary clients send and nothing else. What
 * it does not take waits for its line feed and goes the exact way: {@link RequestLine}, {@link FieldLine}. When the head is whole, {@link HeadMeaning} settles
 * host, framing and expectation. A folded field value is unfolded in place: <em>the octets of the head may be changed</em>, within their bounds.
 *
 * <pre>
 *   LINE --line--> FIELDS --empty line--> COMPLETE --next parse--> LINE
 *     |  --HTTP/0.9 line----------------> COMPLETE
 *     +----- violation in any state ----> REJECTED  (for good: no octet behind it is ever a request)
 * </pre>
 *
 * <p><b>Ownership.</b> One thread at a time. A parser holds nothing between heads, so one parser may serve all connections of a thread, as long as a
 * connection whose head is half read (and one that was rejected) keeps its parser to itself: {@link #halfRead()}.
 */
public final class RequestHeadParser {
    /** What {@link #parse} returns when the head is not all there. */
    public static final int INCOMPLETE = 0;

    private static final int BLANK_LINES = 10;

    private enum Stage {
        LINE,
        FIELDS,
        COMPLETE,
        REJECTED
    }

    private final Http1Rules rules;
    private final RequestHead head = new RequestHead();
    private Stage stage = Stage.LINE;
    private int lineStart;
    private int scanned;
    private int blankLines;

    public RequestHeadParser(Http1Rules rules) {
        this.rules = rules;
    }

    /** The head that the last call of {@link #parse} filled. */
    public RequestHead head() {
        return head;
    }

    /**
     * Reads on. The octets from {@code from} must be those of the last call, if that was incomplete, with more behind them.
     *
     * @return octets of the head, counted from {@code from}, or {@link #INCOMPLETE}
     * @throws ProtocolViolation what to answer; the parser is of no more use to this connection
     * @throws IllegalStateException if called after a violation
     */
    public int parse(byte[] buffer, int from, int to) throws ProtocolViolation {
        if (stage == Stage.REJECTED) {
            throw new IllegalStateException("no request can follow a rejected one");
        }
        if (stage == Stage.COMPLETE) {
            reset();
        }
        head.bind(buffer, from);
        try {
            return advance(buffer, from, to);
        } catch (ProtocolViolation violation) {
            stage = Stage.REJECTED;
            throw violation;
        }
    }

    /**
     * The head as far as it is known, over octets that have moved since the last {@link #parse}: they now begin at {@code from}. For an answer to a
     * rejected or half-read head, given when the buffer it was read from may hold another connection's octets.
     */
    public RequestHead headOver(byte[] buffer, int from) {
        head.bind(buffer, from);
        return head;
    }

    /** Forgets everything: the parser is as new. */
    public void reset() {
        head.clear();
        stage = Stage.LINE;
        lineStart = 0;
        scanned = 0;
        blankLines = 0;
    }

    /** Whether octets of a head have been seen whose end has not: such a parser belongs to its connection. */
    public boolean halfRead() {
        return stage == Stage.FIELDS || stage == Stage.LINE && scanned > 0;
    }

    /** Whether a whole request line has been seen but not yet the end of its fields: httpd then counts Timeout anew. */
    public boolean lineRead() {
        return stage == Stage.FIELDS;
    }

    /**
     * The peer has ended its side. Before a whole request line that is an ordinary end, and the connection is closed without a word; within the
     * fields it is a bad request.
     */
    public void endOfInput() throws ProtocolViolation {
        if (stage == Stage.FIELDS) {
            stage = Stage.REJECTED;
            throw new ProtocolViolation(Fault.INPUT_ENDED);
        }
    }

    private int advance(byte[] buffer, int from, int to) throws ProtocolViolation {
        while (stage == Stage.LINE || stage == Stage.FIELDS) {
            if (scanned == lineStart) {
                quickly(buffer, from, to);
                if (stage == Stage.COMPLETE) {
                    break;
                }
            }
            int lineFeed = Octets.indexOf((byte) '\n', buffer, from + scanned, to);
            if (lineFeed < 0) {
                scanned = to - from;
                LineCheck.unfinished(scanned - lineStart, longest(), tooLong());
                return INCOMPLETE;
            }
            head.length = lineFeed + 1 - from;
            exactly(buffer, from + lineStart, lineFeed);
            lineStart = head.length;
            scanned = lineStart;
        }
        HeadMeaning.settle(head, rules);
        return lineStart;
    }

    private void quickly(byte[] buffer, int from, int to) {
        int at = from + lineStart;
        if (stage == Stage.LINE) {
            int next = QuickLines.requestLine(buffer, at, to, rules, head);
            if (next == at) {
                return;
            }
            stage = Stage.FIELDS;
            at = next;
        }
        at = QuickLines.fieldLines(buffer, at, to, rules, head.fields);
        if (QuickLines.emptyLine(buffer, at, to)) {
            stage = Stage.COMPLETE;
            at += 2;
        }
        lineStart = at - from;
        scanned = lineStart;
        head.length = lineStart;
    }

    private int longest() {
        return stage == Stage.LINE ? rules.longestLine() : rules.longestField();
    }

    private Fault tooLong() {
        return stage == Stage.LINE ? Fault.REQUEST_LINE_TOO_LONG : Fault.FIELD_TOO_LONG;
    }

    private void exactly(byte[] buffer, int start, int lineFeed) throws ProtocolViolation {
        int end = LineCheck.end(buffer, start, lineFeed, longest(), tooLong(), rules.strict());
        if (stage == Stage.LINE) {
            requestLine(buffer, start, end);
        } else if (start == end) {
            stage = Stage.COMPLETE;
        } else {
            FieldLine.read(buffer, start, end, rules, head.fields);
        }
    }

    private void requestLine(byte[] buffer, int start, int end) throws ProtocolViolation {
        if (start == end && blankLines < BLANK_LINES) {
            blankLines++;
            return;
        }
        RequestLine.read(buffer, start, end, rules, head);
        stage = head.http09 ? Stage.COMPLETE : Stage.FIELDS;
    }
}
