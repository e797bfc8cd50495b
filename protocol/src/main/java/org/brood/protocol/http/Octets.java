package org.brood.protocol.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Classes of octets, and scans over them eight at a time.
 *
 * <p>A scan loads eight octets as one little-endian long and asks for all of them at once whether one is of the class wanted. In the answer the
 * high bit of a lane stands for that lane's octet. A borrow can raise lanes above the first one found, never below it, so the lowest lane
 * is exact and is the only one used; after it the scan starts anew.
 *
 * <p>Offsets are those of the array. All methods are pure.
 */
public final class Octets {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long CONTROLS_END = ONES * 0x20;
    private static final long VISIBLE_START = ONES * 0x21;
    private static final long DELETE = ONES * 0x7f;

    private static final byte TOKEN = 1;
    private static final byte SPACE = 2;
    private static final byte CONTENT = 4;
    private static final byte VISIBLE = 8;
    private static final byte[] CLASS = classes();

    private Octets() {}

    private static byte[] classes() {
        byte[] table = new byte[256];
        for (int c = 0; c < 256; c++) {
            boolean control = c < 0x20 || c == 0x7f;
            boolean letterOrDigit = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            int bits = letterOrDigit || "!#$%&'*+-.^_`|~".indexOf(c) >= 0 ? TOKEN : 0;
            bits |= c == ' ' || c >= '\t' && c <= '\r' ? SPACE : 0;
            bits |= !control || c == '\t' ? CONTENT : 0;
            bits |= !control && c != ' ' ? VISIBLE : 0;
            table[c] = (byte) bits;
        }
        return table;
    }

    /** tchar of RFC 9110 section 5.6.2. */
    public static boolean isToken(byte octet) {
        return (CLASS[octet & 0xff] & TOKEN) != 0;
    }

    /** The whitespace of C's isspace: SP, HT, LF, VT, FF, CR. */
    public static boolean isSpace(byte octet) {
        return (CLASS[octet & 0xff] & SPACE) != 0;
    }

    /** What a field value may hold: VCHAR, obs-text, SP and HT. */
    public static boolean isContent(byte octet) {
        return (CLASS[octet & 0xff] & CONTENT) != 0;
    }

    /** VCHAR and obs-text: what a request target may hold. */
    public static boolean isVisible(byte octet) {
        return (CLASS[octet & 0xff] & VISIBLE) != 0;
    }

    public static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    public static boolean isLetter(byte octet) {
        int lower = octet | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    /** The value of a hexadecimal digit, or -1. */
    public static int hexValue(byte octet) {
        if (isDigit(octet)) {
            return octet - '0';
        }
        int lower = octet | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** Eight octets from {@code offset}, the first in the lowest lane. */
    public static long word(byte[] buffer, int offset) {
        return (long) LONGS.get(buffer, offset);
    }

    /** Where the octet first stands in {@code [from, to)}, or -1. */
    public static int indexOf(byte octet, byte[] buffer, int from, int to) {
        long pattern = ONES * (octet & 0xff);
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long found = equal(word(buffer, i), pattern);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (buffer[i] == octet) {
                return i;
            }
        }
        return -1;
    }

    /** The first control octet other than HT in {@code [from, to)}, DEL among them; {@code to} when there is none. */
    public static int firstControl(byte[] buffer, int from, int to) {
        int i = from;
        while (i + 8 <= to) {
            long word = word(buffer, i);
            long found = (word - CONTROLS_END) & ~word & HIGH | equal(word, DELETE);
            if (found == 0) {
                i += 8;
                continue;
            }
            i += Long.numberOfTrailingZeros(found) >>> 3;
            if (buffer[i] != '\t') {
                return i;
            }
            i++;
        }
        while (i < to && isContent(buffer[i])) {
            i++;
        }
        return i;
    }

    /** The first octet in {@code [from, to)} that is a control, SP or DEL; {@code to} when there is none. */
    public static int firstInvisible(byte[] buffer, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = word(buffer, i);
            long found = (word - VISIBLE_START) & ~word & HIGH | equal(word, DELETE);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && isVisible(buffer[i])) {
            i++;
        }
        return i;
    }

    private static long equal(long word, long pattern) {
        long difference = word ^ pattern;
        return (difference - ONES) & ~difference & HIGH;
    }

    /** Whether the slice is {@code lower} without regard to ASCII case; {@code lower} must be in lower case. */
    public static boolean equalsIgnoreCase(byte[] buffer, int offset, int length, String lower) {
        if (length != lower.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            byte octet = buffer[offset + i];
            int folded = octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
            if (folded != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The slice as text, one char for one octet. */
    public static String text(byte[] buffer, int offset, int length) {
        return new String(buffer, offset, length, StandardCharsets.ISO_8859_1);
    }

    /** The octets of a text of chars below 256. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
