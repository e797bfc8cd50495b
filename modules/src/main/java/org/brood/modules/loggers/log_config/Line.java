package org.brood.modules.loggers.log_config;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A log line while it grows: octets in an array that is used again. One owner thread. */
final class Line {
    private static final String HEX = "0123456789abcdef";
    private static final int DIGITS = 20;

    private byte[] octets = new byte[1024];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }

    void octet(int value) {
        if (length == octets.length) {
            octets = Arrays.copyOf(octets, length * 2);
        }
        octets[length++] = (byte) value;
    }

    void octets(byte[] text) {
        if (length + text.length > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + text.length));
        }
        System.arraycopy(text, 0, octets, length, text.length);
        length += text.length;
    }

    /** A text of which every char is one octet. */
    void plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff) {
                octets(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else {
                octet(c);
            }
        }
    }

    void number(long value) {
        if (value < 0) {
            octet('-');
        }
        int start = length;
        long rest = Math.abs(value);
        do {
            octet('0' + (int) (rest % 10));
            rest /= 10;
        } while (rest > 0 && length - start < DIGITS);
        for (int i = start, j = length - 1; i < j; i++, j--) {
            byte swapped = octets[i];
            octets[i] = octets[j];
            octets[j] = swapped;
        }
    }

    /** What a client or a script wrote: nothing in it can end the line or a quoted field (ap_escape_logitem). */
    void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                octet(c);
            } else if (c < 0x100) {
                escape(c);
            } else {
                for (byte part : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    escape(part & 0xff);
                }
            }
        }
    }

    private void escape(int c) {
        octet('\\');
        switch (c) {
            case '"', '\\' -> octet(c);
            case '\b' -> octet('b');
            case '\n' -> octet('n');
            case '\r' -> octet('r');
            case '\t' -> octet('t');
            case 0x0b -> octet('v');
            default -> {
                octet('x');
                octet(HEX.charAt(c >> 4));
                octet(HEX.charAt(c & 15));
            }
        }
    }
}
