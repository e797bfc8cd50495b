package org.brood.protocol.http1;

import org.brood.protocol.http.Octets;

/** Numbers as HTTP writes them: digits and nothing else, no sign, no blank, no prefix, no separator. */
final class Digits {
    private static final int SURE_DIGITS = 18;

    private Digits() {}

    /** The decimal number, or -1 when it is none or does not fit into 63 bits. */
    static long decimal(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return -1;
        }
        long value = 0;
        for (int i = offset; i < offset + length; i++) {
            if (!Octets.isDigit(buffer[i])) {
                return -1;
            }
            int digit = buffer[i] - '0';
            if (i - offset >= SURE_DIGITS && value > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
