package org.brood.protocol.http1;

import java.util.Arrays;
import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Field;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;

/**
 * One field line read exactly, as httpd's {@code ap_get_mime_headers_core} does it, for the header section and for trailers.
 *
 * <p>Strict (RFC 9112 section 5): a token, a colon directly behind it, content without controls. Unsafe: anything but whitespace before the colon, and in
 * the value anything but vertical whitespace. A line that begins with SP or HT continues the value before it (obs-fold): all whitespace around the
 * line's end becomes one SP. The continuation is moved up to the value in place, which always fits, since CRLF and its whitespace are
 * at least as long as the SP; what it leaves behind is blanked, so that the octets read again mean the same.
 *
 * <p>httpd looks at a field only when it has seen that the next line is no continuation; this class looks at each line at once. No
 * continuation can mend a bad line, so the verdict is the same.
 */
final class FieldLine {
    private FieldLine() {}

    /** Reads the line in {@code [start, end)}, which is not empty, has no NUL, and keeps to the limit of its size. */
    static void read(byte[] buffer, int start, int end, Http1Rules rules, FieldTable fields) throws ProtocolViolation {
        int trimmed = trimEnd(buffer, start, end);
        if (isBlank(buffer[start])) {
            fold(buffer, start, end, rules, fields);
            return;
        }
        if (rules.limitRequestFields() > 0 && fields.size() >= rules.limitRequestFields()) {
            throw new ProtocolViolation(Fault.TOO_MANY_FIELDS);
        }
        int colon = rules.strict() ? strictName(buffer, start, trimmed) : unsafeName(buffer, start, trimmed);
        int value = skipBlanks(buffer, colon + 1, trimmed);
        checkValue(buffer, value, trimmed, rules);
        Field field = Field.of(buffer, start, colon - start);
        fields.add(start, colon - start, field, value, trimmed - value);
    }

    private static int strictName(byte[] buffer, int start, int end) throws ProtocolViolation {
        int colon = start;
        while (colon < end && Octets.isToken(buffer[colon])) {
            colon++;
        }
        if (colon == start || colon == end || buffer[colon] != ':') {
            throw new ProtocolViolation(Fault.FIELD_NAME_INVALID);
        }
        return colon;
    }

    private static int unsafeName(byte[] buffer, int start, int end) throws ProtocolViolation {
        int colon = Octets.indexOf((byte) ':', buffer, start, end);
        if (colon < 0) {
            throw new ProtocolViolation(Fault.FIELD_WITHOUT_COLON);
        }
        if (colon == start) {
            throw new ProtocolViolation(Fault.FIELD_NAME_EMPTY);
        }
        for (int i = start; i < colon; i++) {
            if (Octets.isSpace(buffer[i])) {
                throw new ProtocolViolation(Fault.FIELD_NAME_WHITESPACE);
            }
        }
        return colon;
    }

    private static void checkValue(byte[] buffer, int from, int to, Http1Rules rules) throws ProtocolViolation {
        for (int i = Octets.firstControl(buffer, from, to); i < to; i = Octets.firstControl(buffer, i + 1, to)) {
            if (rules.strict()) {
                throw new ProtocolViolation(Fault.FIELD_VALUE_CONTROL);
            }
            if (Octets.isSpace(buffer[i])) {
                throw new ProtocolViolation(Fault.FIELD_VALUE_WHITESPACE);
            }
        }
    }

    private static void fold(byte[] buffer, int start, int lineEnd, Http1Rules rules, FieldTable fields)
            throws ProtocolViolation {
        int last = fields.size() - 1;
        if (last < 0) {
            throw new ProtocolViolation(Fault.FOLD_BEFORE_FIELD);
        }
        int end = trimEnd(buffer, start, lineEnd);
        int content = skipBlanks(buffer, start, end);
        if (content == end) {
            throw new ProtocolViolation(Fault.FOLD_EMPTY);
        }
        int name = fields.nameOffset(last);
        int valueEnd = fields.valueOffset(last) + fields.valueLength(last);
        checkFoldedSize(valueEnd - name + 1 + end - content, lineEnd - name, rules);
        checkValue(buffer, content, end, rules);
        join(buffer, content, end, lineEnd, fields);
    }

    /** httpd counts the line so far, one SP, the continuation and a closing NUL; here the field must keep to the limit as it was sent, too. */
    private static void checkFoldedSize(int joined, int sent, Http1Rules rules) throws ProtocolViolation {
        if (joined + 1 >= rules.limitRequestFieldSize() || sent > rules.longestField()) {
            throw new ProtocolViolation(Fault.FIELD_TOO_LONG_FOLDED);
        }
    }

    private static void join(byte[] buffer, int content, int end, int lineEnd, FieldTable fields) {
        int last = fields.size() - 1;
        int value = fields.valueOffset(last);
        int valueEnd = value + fields.valueLength(last);
        if (valueEnd == value) {
            fields.replaceLastValue(content, end - content);
            return;
        }
        int joined = valueEnd + 1 + end - content;
        buffer[valueEnd] = ' ';
        System.arraycopy(buffer, content, buffer, valueEnd + 1, end - content);
        Arrays.fill(buffer, joined, lineEnd, (byte) ' ');
        fields.replaceLastValue(value, joined - value);
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static int skipBlanks(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && isBlank(buffer[i])) {
            i++;
        }
        return i;
    }

    private static int trimEnd(byte[] buffer, int start, int end) {
        int i = end;
        while (i > start && isBlank(buffer[i - 1])) {
            i--;
        }
        return i;
    }
}
