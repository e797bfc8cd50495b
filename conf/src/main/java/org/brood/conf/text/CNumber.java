package org.brood.conf.text;

/** Numbers as the C library reads them, because httpd's configuration has always been read that way. */
public final class CNumber {
    private CNumber() {}

    /** strtol(3) to base 10: white space, a sign, digits; 0 without digits, junk after them is passed over. Saturates. */
    public static long strtol(String text) {
        int at = 0;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        long value = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = Math.min(Long.MAX_VALUE / 16, value * 10 + (text.charAt(at++) - '0'));
        }
        return negative ? -value : value;
    }

    /** atoi(3): the same, held to the range of an int. */
    public static int atoi(String text) {
        return Math.clamp(strtol(text), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
