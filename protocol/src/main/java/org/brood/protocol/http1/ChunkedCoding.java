package org.brood.protocol.http1;

import org.brood.protocol.http.Octets;

/** The chunked transfer coding on its way out (RFC 9112 section 7.1), written as httpd writes it: size in lower case without leading zeros. */
public final class ChunkedCoding {
    /** Octets that the longest size line takes. */
    public static final int LONGEST_SIZE_LINE = 18;

    /** Octets behind the data of a chunk. */
    public static final int DATA_END_LENGTH = 2;

    private static final byte[] LAST = Octets.bytes("0\r\n\r\n");

    private ChunkedCoding() {}

    /** Writes the size line of a chunk that is not empty; returns the offset behind it. */
    public static int sizeLine(long size, byte[] out, int at) {
        if (size <= 0) {
            throw new IllegalArgumentException("an empty chunk ends the body: use last()");
        }
        int digits = (Long.SIZE - Long.numberOfLeadingZeros(size) + 3) / 4;
        for (int i = 0; i < digits; i++) {
            int digit = (int) (size >>> 4 * (digits - 1 - i)) & 0xf;
            out[at + i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
        }
        return dataEnd(out, at + digits);
    }

    /** Writes the CRLF that follows the data of a chunk; returns the offset behind it. */
    public static int dataEnd(byte[] out, int at) {
        out[at] = '\r';
        out[at + 1] = '\n';
        return at + DATA_END_LENGTH;
    }

    /** The last chunk and an empty trailer section; a copy. */
    public static byte[] last() {
        return LAST.clone();
    }

    /** Writes {@link #last()}; returns the offset behind it. */
    public static int last(byte[] out, int at) {
        System.arraycopy(LAST, 0, out, at, LAST.length);
        return at + LAST.length;
    }
}
