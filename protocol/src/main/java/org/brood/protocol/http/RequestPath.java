package org.brood.protocol.http;

import java.util.Arrays;

/**
 * A path as resources are looked up by: decoded, without dot segments, runs of slashes merged. Never leads above its root, never holds NUL.
 *
 * <p>The order is httpd's ({@code ap_normalize_path}, then {@code ap_unescape_url_ex}), and it matters: first unreserved octets are decoded and
 * dot segments removed (so {@code /%2e%2e/} is one), only then everything else is decoded, once. What is not a whole
 * {@code %XX} is 400, as is a path above the root; NUL and, unless allowed, a slash in disguise are 404. If encoded slashes are decoded, the dot segments that
 * this may have made are removed too.
 *
 * @param status 200, or the status that answers such a path
 * @param text the path, a char for an octet; when the status is not 200, what httpd would show of it
 */
public record RequestPath(int status, String text) {
    private static final String UNRESERVED_MARKS = "-._~";

    /** Whether the path stands for itself: no escape, no double slash, no segment that begins with a dot. */
    public static boolean isPlain(byte[] buffer, int offset, int length) {
        byte before = 0;
        for (int i = offset; i < offset + length; i++) {
            byte octet = buffer[i];
            if (octet == '%' || before == '/' && (octet == '/' || octet == '.')) {
                return false;
            }
            before = octet;
        }
        return length > 0 && buffer[offset] == '/';
    }

    /** Resolves an origin-form path, or {@code *}; directives are AllowEncodedSlashes and MergeSlashes. */
    public static RequestPath resolve(
            byte[] buffer, int offset, int length, EncodedSlashes encodedSlashes, boolean mergeSlashes) {
        if (isPlain(buffer, offset, length)) {
            return new RequestPath(200, Octets.text(buffer, offset, length));
        }
        byte[] raw = Arrays.copyOfRange(buffer, offset, offset + length);
        DotSegments segments = new DotSegments(raw, length, mergeSlashes, true);
        int normal = segments.remove();
        if (!segments.valid()) {
            return new RequestPath(400, Octets.text(raw, 0, normal));
        }
        Escapes escapes = new Escapes(raw, normal, encodedSlashes);
        int decoded = escapes.decode();
        if (escapes.status != 200) {
            return new RequestPath(escapes.status, Octets.text(raw, 0, decoded));
        }
        if (encodedSlashes == EncodedSlashes.DECODE) {
            decoded = new DotSegments(raw, decoded, mergeSlashes, false).remove();
        }
        return new RequestPath(200, Octets.text(raw, 0, decoded));
    }

    /** As above for a text of chars below 256. */
    public static RequestPath resolve(String path, EncodedSlashes encodedSlashes, boolean mergeSlashes) {
        byte[] octets = Octets.bytes(path);
        return resolve(octets, 0, octets.length, encodedSlashes, mergeSlashes);
    }

    static boolean isUnreserved(int octet) {
        return Octets.isDigit((byte) octet) || Octets.isLetter((byte) octet) || UNRESERVED_MARKS.indexOf(octet) >= 0;
    }

    /** The octet that {@code %XX} at {@code at} stands for, or -1. */
    static int escaped(byte[] path, int at, int end) {
        if (at + 2 >= end) {
            return -1;
        }
        int high = Octets.hexValue(path[at + 1]);
        int low = Octets.hexValue(path[at + 2]);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** Decodes what normalising has left encoded, in place. */
    private static final class Escapes {
        private final byte[] path;
        private final int end;
        private final EncodedSlashes slashes;
        private int status = 200;

        Escapes(byte[] path, int end, EncodedSlashes slashes) {
            this.path = path;
            this.end = end;
            this.slashes = slashes;
        }

        int decode() {
            int to = 0;
            for (int from = 0; from < end; from++) {
                int octet = path[from] == '%' ? escaped(path, from, end) : -1;
                if (octet < 0 || isUnreserved(octet) || octet == '/' && slashes == EncodedSlashes.KEEP) {
                    path[to++] = path[from];
                    continue;
                }
                if (octet == 0 || octet == '/' && slashes == EncodedSlashes.REFUSE) {
                    status = 404;
                }
                path[to++] = (byte) octet;
                from += 2;
            }
            return to;
        }
    }
}
