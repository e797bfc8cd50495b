package org.brood.protocol.http1;

import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Field;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;
import org.brood.protocol.http1.RequestHead.Part;

/**
 * What a whole head says about its host, its body and its connection, judged in httpd's order.
 *
 * <p><b>Body</b> (RFC 9112 section 6). Content-Length is one line of digits only, at most 2^63-1; a second line is refused even if
 * it says the same. Transfer-Encoding must be exactly {@code chunked}, once: another coding before it is 501, anything that does not end in it is 400.
 * Both fields together, or Transfer-Encoding from an HTTP/1.0 client, mean chunked, the length is dropped, and the connection ends with the answer, since
 * somebody on the way may have seen another end of this message.
 *
 * <p><b>Host</b> (RFC 9112 section 3.2). A host in the target wins over the field. From HTTP/1.1 on there must be one, and HTTP/1.1 must send
 * the field in any case. Strict refuses a second Host field; Unsafe uses the first.
 */
final class HeadMeaning {
    private static final long FRAMING = Field.CONTENT_LENGTH.bit() | Field.TRANSFER_ENCODING.bit();

    private HeadMeaning() {}

    static void settle(RequestHead head, Http1Rules rules) throws ProtocolViolation {
        FieldTable fields = head.fields;
        if (fields.size() > 1) {
            MergedSize.check(fields, rules);
        }
        if (fields.hasAny(FRAMING)) {
            frame(head);
        }
        host(head, rules);
        if (fields.has(Field.EXPECT)) {
            expectation(head);
        }
        if (fields.has(Field.CONNECTION)) {
            connection(head);
        }
        if (head.has(Part.SCHEME) && !isHttp(head)) {
            throw new ProtocolViolation(Fault.SCHEME_INVALID);
        }
    }

    private static void frame(RequestHead head) throws ProtocolViolation {
        FieldTable fields = head.fields;
        boolean length = fields.has(Field.CONTENT_LENGTH);
        if (length) {
            head.contentLength = contentLength(fields);
            head.framing = BodyFraming.LENGTH;
        }
        if (!fields.has(Field.TRANSFER_ENCODING)) {
            return;
        }
        TransferCodings.checkChunked(fields);
        head.framing = BodyFraming.CHUNKED;
        head.contentLength = 0;
        if (length) {
            fields.remove(Field.CONTENT_LENGTH);
        }
        head.mustClose |= length || !head.atLeastHttp11();
    }

    private static long contentLength(FieldTable fields) throws ProtocolViolation {
        int line = fields.find(Field.CONTENT_LENGTH, 0);
        boolean single = fields.find(Field.CONTENT_LENGTH, line + 1) < 0;
        long value = single ? Digits.decimal(fields.buffer(), fields.valueOffset(line), fields.valueLength(line)) : -1;
        if (value < 0) {
            throw new ProtocolViolation(Fault.CONTENT_LENGTH_INVALID);
        }
        return value;
    }

    private static void host(RequestHead head, Http1Rules rules) throws ProtocolViolation {
        FieldTable fields = head.fields;
        int line = fields.find(Field.HOST, 0);
        if (line >= 0 && rules.strict() && fields.find(Field.HOST, line + 1) >= 0) {
            throw new ProtocolViolation(Fault.HOST_REPEATED);
        }
        if (head.hostFromTarget && !isHttp(head) && head.has(Part.SCHEME)) {
            head.hostFromTarget = false;
            head.span(Part.HOST, head.offset(Part.TARGET), 0);
        }
        if (head.hostFromTarget) {
            HostName.checkTarget(head, rules.strict());
        } else if (line >= 0) {
            HostName.read(head, fields.valueOffset(line), fields.valueLength(line), rules.strict());
        }
        boolean named = head.length(Part.HOST) > 0;
        boolean fieldOwed = head.major == 1 && head.minor == 1 && line < 0;
        if (fieldOwed || head.atLeastHttp11() && !named) {
            throw new ProtocolViolation(Fault.HOST_MISSING);
        }
    }

    private static boolean isHttp(RequestHead head) {
        int offset = head.offset(Part.SCHEME);
        int length = head.length(Part.SCHEME);
        return Octets.equalsIgnoreCase(head.buffer(), offset, length, "http")
                || Octets.equalsIgnoreCase(head.buffer(), offset, length, "https");
    }

    private static void expectation(RequestHead head) throws ProtocolViolation {
        FieldTable fields = head.fields;
        int line = fields.find(Field.EXPECT, 0);
        boolean single = fields.find(Field.EXPECT, line + 1) < 0;
        int length = fields.valueLength(line);
        if (single && length == 0) {
            return;
        }
        if (!single || !Octets.equalsIgnoreCase(fields.buffer(), fields.valueOffset(line), length, "100-continue")) {
            throw new ProtocolViolation(Fault.EXPECTATION_UNKNOWN);
        }
        head.continueExpected = true;
    }

    private static void connection(RequestHead head) {
        FieldTable fields = head.fields;
        for (int line = fields.find(Field.CONNECTION, 0); line >= 0; line = fields.find(Field.CONNECTION, line + 1)) {
            int at = fields.valueOffset(line);
            int end = at + fields.valueLength(line);
            while (at < end) {
                int token = at;
                while (at < end && Octets.isToken(fields.buffer()[at])) {
                    at++;
                }
                option(head, token, at - token);
                at++;
            }
        }
    }

    private static void option(RequestHead head, int offset, int length) {
        byte[] buffer = head.buffer();
        head.closeRequested |= Octets.equalsIgnoreCase(buffer, offset, length, "close");
        head.keepAliveRequested |= Octets.equalsIgnoreCase(buffer, offset, length, "keep-alive");
        head.upgradeRequested |= Octets.equalsIgnoreCase(buffer, offset, length, "upgrade");
    }
}
