package org.brood.protocol.http;

/**
 * Removes {@code .} and {@code ..} segments from a path in place (RFC 3986 section 5.2.4), and on request decodes unreserved octets and merges
 * slashes on the way: httpd's {@code ap_normalize_path}. The write position never overtakes the read position.
 */
final class DotSegments {
    private final byte[] path;
    private final int end;
    private final boolean mergeSlashes;
    private final boolean decodeUnreserved;
    private int read;
    private int write;
    private boolean valid = true;

    DotSegments(byte[] path, int end, boolean mergeSlashes, boolean decodeUnreserved) {
        this.path = path;
        this.end = end;
        this.mergeSlashes = mergeSlashes;
        this.decodeUnreserved = decodeUnreserved;
    }

    /** False when an escape is not whole, the path does not begin with a slash, or leads above its root. */
    boolean valid() {
        return valid;
    }

    /** Returns the new length. */
    int remove() {
        if (end == 0 || path[0] != '/') {
            valid = end == 1 && path[0] == '*';
            return end;
        }
        read = 1;
        write = 1;
        while (read < end) {
            decode();
            boolean segmentStart = path[write - 1] == '/';
            if (!segmentStart || !skipSlashes() && !skipDot() && !skipDotDot()) {
                path[write++] = path[read++];
            }
        }
        return write;
    }

    private void decode() {
        if (!decodeUnreserved || path[read] != '%') {
            return;
        }
        int octet = RequestPath.escaped(path, read, end);
        if (octet < 0) {
            valid = false;
        } else if (RequestPath.isUnreserved(octet)) {
            read += 2;
            path[read] = (byte) octet;
        }
    }

    private boolean skipSlashes() {
        if (!mergeSlashes || path[read] != '/') {
            return false;
        }
        while (read < end && path[read] == '/') {
            read++;
        }
        return true;
    }

    private boolean skipDot() {
        if (path[read] != '.' || !segmentEnds(read + 1)) {
            return false;
        }
        read = Math.min(end, read + 2);
        return true;
    }

    private boolean skipDotDot() {
        int second = read + 1;
        if (path[read] != '.' || second >= end) {
            return false;
        }
        boolean encoded = decodeUnreserved && path[second] == '%' && RequestPath.escaped(path, second, end) == '.';
        int last = encoded ? second + 2 : second;
        if (!encoded && path[second] != '.' || !segmentEnds(last + 1)) {
            return false;
        }
        if (write == 1) {
            valid = false;
        } else {
            dropSegment();
        }
        read = Math.min(end, last + 2);
        return true;
    }

    private boolean segmentEnds(int at) {
        return at >= end || path[at] == '/';
    }

    private void dropSegment() {
        do {
            write--;
        } while (write > 0 && path[write - 1] != '/');
    }
}
