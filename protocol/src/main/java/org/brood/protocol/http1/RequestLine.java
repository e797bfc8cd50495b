package org.brood.protocol.http1;

import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Method;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;
import org.brood.protocol.http1.RequestHead.Part;
import org.jspecify.annotations.Nullable;

/**
 * A request line read exactly, in the order of httpd's {@code ap_parse_request_line}: the line is split as well as it can be, so that a log can show its parts, and
 * only then the first fault found in it is reported.
 *
 * <p>Strict asks for a token, SP, visible octets, SP, {@code HTTP/x.y} with x from 1 to 9. Unsafe lets any visible octets be the method and runs of SP
 * stand between the parts and at the end. No whitespace but SP ever counts. A line without protocol is HTTP/0.9. As in httpd any
 * version from 1.0 to 9.9 is answered as HTTP/1.1; nothing yields 505.
 */
final class RequestLine {
    private final byte[] buffer;
    private final int end;
    private final Http1Rules rules;
    private final RequestHead head;
    private @Nullable Fault fault;

    private RequestLine(byte[] buffer, int end, Http1Rules rules, RequestHead head) {
        this.buffer = buffer;
        this.end = end;
        this.rules = rules;
        this.head = head;
    }

    /** Reads {@code [start, end)}, which has no NUL and no LF. */
    static void read(byte[] buffer, int start, int end, Http1Rules rules, RequestHead head) throws ProtocolViolation {
        RequestLine line = new RequestLine(buffer, end, rules, head);
        head.span(Part.LINE, start, end - start);
        line.split(start);
        line.judge();
    }

    private void split(int start) {
        int method = skipSpace(start, true);
        int methodEnd = methodEnd(method);
        head.span(Part.METHOD, method, methodEnd - method);
        head.method = Method.of(buffer, method, methodEnd - method);
        int target = gap(methodEnd);
        if (target == end) {
            note(Fault.TARGET_MISSING);
        }
        int targetEnd = visibleEnd(target, Fault.TARGET_CONTROL);
        head.span(Part.TARGET, target, targetEnd - target);
        int protocol = gap(targetEnd);
        int protocolEnd = visibleEnd(protocol, Fault.PROTOCOL_UNKNOWN);
        head.span(Part.PROTOCOL, protocol, protocolEnd - protocol);
        behind(protocolEnd);
        version(protocol, protocolEnd);
    }

    private void note(Fault found) {
        if (fault == null) {
            fault = found;
        }
    }

    /** Skips whitespace; if none is allowed here, any is a fault, else only that which is not SP. */
    private int skipSpace(int from, boolean forbidden) {
        int i = from;
        for (; i < end && Octets.isSpace(buffer[i]); i++) {
            if (forbidden || buffer[i] != ' ') {
                note(Fault.WHITESPACE_INVALID);
            }
        }
        return i;
    }

    private int methodEnd(int from) {
        int i = from;
        while (i < end && (rules.strict() ? Octets.isToken(buffer[i]) : Octets.isVisible(buffer[i]))) {
            i++;
        }
        if (i == from || i < end && !Octets.isSpace(buffer[i])) {
            note(Fault.METHOD_INVALID);
        }
        return nextSpace(i);
    }

    private int visibleEnd(int from, Fault invalid) {
        int i = Octets.firstInvisible(buffer, from, end);
        if (i < end && !Octets.isSpace(buffer[i])) {
            note(invalid);
        }
        return nextSpace(i);
    }

    private int nextSpace(int from) {
        int i = from;
        while (i < end && !Octets.isSpace(buffer[i])) {
            i++;
        }
        return i;
    }

    /** The space between two parts. */
    private int gap(int from) {
        if (rules.strict() && from + 1 < end && Octets.isSpace(buffer[from + 1])) {
            note(Fault.WHITESPACE_EXCESS);
        }
        return skipSpace(from, false);
    }

    private void behind(int from) {
        if (rules.strict() && from < end) {
            note(Fault.WHITESPACE_EXCESS);
        }
        if (skipSpace(from, false) < end) {
            note(Fault.TRAILING_TEXT);
        }
    }

    private void version(int from, int to) {
        if (from == to) {
            head.major = 0;
            head.minor = 9;
            head.http09 = true;
            return;
        }
        boolean wellFormed = to - from == 8
                && Octets.equalsIgnoreCase(buffer, from, 5, "http/")
                && buffer[from + 5] >= '1'
                && buffer[from + 5] <= '9'
                && buffer[from + 6] == '.'
                && Octets.isDigit(buffer[from + 7]);
        if (!wellFormed) {
            note(Fault.PROTOCOL_UNKNOWN);
            return;
        }
        if (rules.strict() && !Octets.text(buffer, from, 4).equals("HTTP")) {
            note(Fault.PROTOCOL_UNKNOWN);
        }
        head.major = buffer[from + 5] - '0';
        head.minor = buffer[from + 7] - '0';
    }

    private void judge() throws ProtocolViolation {
        RequestTarget target = RequestTarget.read(buffer, head);
        if (head.http09 && fault == null) {
            if (!rules.http09()) {
                note(Fault.HTTP_09_REFUSED);
            } else if (rules.strict() && head.method != Method.GET) {
                note(Fault.METHOD_INVALID_09);
            }
        }
        if (fault == null && head.method == Method.UNREGISTERED && rules.registeredMethods()) {
            note(Fault.METHOD_UNREGISTERED);
        }
        if (!target.valid()) {
            note(Fault.TARGET_INVALID);
        }
        if (rules.strict() && target.fragment()) {
            note(Fault.TARGET_FRAGMENT);
        }
        if (rules.strict() && target.userInfo()) {
            note(Fault.TARGET_USERINFO);
        }
        if (fault != null) {
            head.http09 = false;
            head.mustClose = true;
            throw new ProtocolViolation(fault);
        }
        head.mustClose = head.http09;
    }
}
