package org.brood.protocol.http1;

import org.brood.protocol.http.Field;
import org.brood.protocol.http.Method;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http1.RequestHead.Part;
import org.jspecify.annotations.Nullable;

/**
 * The lines that ordinary clients send, read in one pass with eight octets at a time. A line is taken only if it is all there and right under
 * every rule; otherwise nothing of it is recorded and the exact way decides. So this class never rejects, and whatever it takes the exact way would have
 * taken with the same outcome: the corpus is run through both.
 */
final class QuickLines {
    /** {@code "HTTP/1."} as the low seven octets of a little-endian long. */
    private static final long HTTP_1 = Octets.word(new byte[] {'H', 'T', 'T', 'P', '/', '1', '.', 0}, 0);

    private static final long SEVEN_OCTETS = 0x00ffffffffffffffL;

    private QuickLines() {}

    /** Reads {@code method SP /path[?query] SP HTTP/1.x CRLF}; returns where the next line begins, {@code at} if not taken. */
    static int requestLine(byte[] buffer, int at, int to, Http1Rules rules, RequestHead head) {
        int space = at;
        while (space < to && Octets.isToken(buffer[space])) {
            space++;
        }
        int target = space + 1;
        if (space == at
                || target + 1 >= to
                || buffer[space] != ' '
                || buffer[target] != '/'
                || buffer[target + 1] == '/') {
            return at;
        }
        int end = Octets.firstInvisible(buffer, target, to);
        int line = end + 1 + 8;
        if (line + 2 > to || buffer[end] != ' ' || buffer[line] != '\r' || buffer[line + 1] != '\n') {
            return at;
        }
        int minor = buffer[line - 1] - '0';
        if ((Octets.word(buffer, end + 1) & SEVEN_OCTETS) != HTTP_1
                || (minor & ~1) != 0
                || line - at > rules.longestLine()
                || Octets.indexOf((byte) '#', buffer, target, end) >= 0) {
            return at;
        }
        Method method = Method.of(buffer, at, space - at);
        if (method == Method.CONNECT || method == Method.UNREGISTERED && rules.registeredMethods()) {
            return at;
        }
        head.method = method;
        head.minor = minor;
        record(head, at, space, target, end, line);
        return line + 2;
    }

    private static void record(RequestHead head, int at, int space, int target, int end, int line) {
        int question = Octets.indexOf((byte) '?', head.buffer(), target, end);
        int pathEnd = question < 0 ? end : question;
        head.span(Part.LINE, at, line - at);
        head.span(Part.METHOD, at, space - at);
        head.span(Part.TARGET, target, end - target);
        head.span(Part.PROTOCOL, end + 1, line - end - 1);
        head.span(Part.PATH, target, pathEnd - target);
        if (question >= 0) {
            head.span(Part.QUERY, question + 1, end - question - 1);
        }
    }

    /** Takes field lines as long as it can; returns where the first line begins that it did not take. */
    static int fieldLines(byte[] buffer, int from, int to, Http1Rules rules, FieldTable fields) {
        int most = rules.limitRequestFields() == 0 ? Integer.MAX_VALUE : rules.limitRequestFields();
        int at = from;
        while (fields.size() < most) {
            int next = fieldLine(buffer, at, to, rules.longestField(), fields);
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int fieldLine(byte[] buffer, int at, int to, int longest, FieldTable fields) {
        if (at >= to || !Octets.isToken(buffer[at])) {
            return at;
        }
        int colon = Octets.indexOf((byte) ':', buffer, at, to);
        if (colon < 0) {
            return at;
        }
        Field field = Field.of(buffer, at, colon - at);
        if (field == null && !isToken(buffer, at, colon)) {
            return at;
        }
        int value = colon + 1;
        while (value < to && (buffer[value] == ' ' || buffer[value] == '\t')) {
            value++;
        }
        int end = Octets.firstControl(buffer, value, to);
        if (end + 1 >= to || buffer[end] != '\r' || buffer[end + 1] != '\n' || end - at > longest) {
            return at;
        }
        add(buffer, at, colon, field, value, end, fields);
        return end + 2;
    }

    private static void add(
            byte[] buffer, int at, int colon, @Nullable Field field, int value, int lineEnd, FieldTable fields) {
        int end = lineEnd;
        while (end > value && (buffer[end - 1] == ' ' || buffer[end - 1] == '\t')) {
            end--;
        }
        fields.add(at, colon - at, field, value, end - value);
    }

    private static boolean isToken(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Octets.isToken(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean emptyLine(byte[] buffer, int at, int to) {
        return at + 1 < to && buffer[at] == '\r' && buffer[at + 1] == '\n';
    }
}
