package org.brood.protocol.http1;

import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Field;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;

/**
 * The Transfer-Encoding of a request must be {@code chunked} and nothing else (RFC 9112 sections 6.1 and 7). httpd lets other codings through that
 * precede it; here they are refused, since nobody behind this engine would undo them.
 *
 * <pre>
 *   chunked                           good
 *   gzip, chunked                     501: a coding that is not known
 *   gzip | chunked, gzip | (empty)    400: the end cannot be known
 *   chunked, chunked | , chunked      400: malformed, or a trick
 * </pre>
 */
final class TransferCodings {
    private TransferCodings() {}

    static void checkChunked(FieldTable fields) throws ProtocolViolation {
        int line = fields.find(Field.TRANSFER_ENCODING, 0);
        byte[] buffer = fields.buffer();
        boolean single = fields.find(Field.TRANSFER_ENCODING, line + 1) < 0;
        if (single && isChunked(buffer, fields.valueOffset(line), fields.valueLength(line))) {
            return;
        }
        String merged = String.valueOf(fields.value(Field.TRANSFER_ENCODING));
        throw new ProtocolViolation(knownEnd(merged) ? Fault.TRANSFER_CODING_UNKNOWN : Fault.TRANSFER_ENCODING_INVALID);
    }

    private static boolean isChunked(byte[] buffer, int offset, int length) {
        return Octets.equalsIgnoreCase(buffer, offset, length, "chunked");
    }

    /** Whether this is a list of tokens, the last of them, and no other, chunked. */
    private static boolean knownEnd(String list) {
        String[] codings = list.split(",", -1);
        for (int i = 0; i < codings.length; i++) {
            String coding = codings[i].strip();
            boolean last = i == codings.length - 1;
            if (!isTokenText(coding) || coding.equalsIgnoreCase("chunked") != last) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTokenText(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 128 && Octets.isToken((byte) c));
    }
}
