package org.brood.protocol.http1;

import java.util.Arrays;
import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;

/**
 * The field lines behind the last chunk. They are copied, because a body's octets are gone when its trailers come; a body without trailers, which is nearly
 * every one, costs no copy worth speaking of. The limits of the header section hold here anew.
 */
final class TrailerSection {
    private static final int FIRST_CAPACITY = 64;

    private final Http1Rules rules;
    private final FieldTable fields = new FieldTable();
    private byte[] octets = new byte[0];
    private int length;
    private int lineStart;
    private boolean ended;

    TrailerSection(Http1Rules rules) {
        this.rules = rules;
    }

    boolean ended() {
        return ended;
    }

    FieldTable fields() {
        return fields;
    }

    /** Takes octets up to the end of a line or of what is there; returns how many. */
    int feed(byte[] buffer, int from, int to) throws ProtocolViolation {
        int lineFeed = Octets.indexOf((byte) '\n', buffer, from, to);
        int end = lineFeed < 0 ? to : lineFeed + 1;
        append(buffer, from, end);
        if (lineFeed < 0) {
            LineCheck.unfinished(length - lineStart, rules.longestField(), Fault.FIELD_TOO_LONG);
        } else {
            line();
        }
        return end - from;
    }

    private void append(byte[] buffer, int from, int to) {
        int more = to - from;
        if (octets.length - length < more) {
            octets = Arrays.copyOf(octets, Math.max(length + more, Math.max(FIRST_CAPACITY, octets.length * 2)));
            fields.bind(octets, 0);
        }
        System.arraycopy(buffer, from, octets, length, more);
        length += more;
    }

    private void line() throws ProtocolViolation {
        int end = LineCheck.end(
                octets, lineStart, length - 1, rules.longestField(), Fault.FIELD_TOO_LONG, rules.strict());
        if (end == lineStart) {
            ended = true;
            MergedSize.check(fields, rules);
            return;
        }
        FieldLine.read(octets, lineStart, end, rules, fields);
        lineStart = length;
    }
}
