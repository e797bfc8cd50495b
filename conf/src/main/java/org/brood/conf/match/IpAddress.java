package org.brood.conf.match;

import java.util.Arrays;

/** Reads addresses as written; never asks a resolver. */
final class IpAddress {
    private static final byte[] NONE = new byte[0];

    private IpAddress() {}

    /** 4 or 16 bytes, none if {@code text} is no address. */
    static byte[] bytes(String text) {
        if (text.indexOf(':') >= 0) {
            return unmapped(v6(text));
        }
        byte[] parts = partialV4(text);
        return parts.length == 4 ? parts : NONE;
    }

    /** One to four numbers with dots between them; none if {@code text} is something else. A dot at the end is fine. */
    static byte[] partialV4(String text) {
        byte[] parts = new byte[4];
        int count = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9' && value < 256) {
                value = Math.max(value, 0) * 10 + (c - '0');
            } else if (c == '.' && value >= 0 && value < 256 && count < 4) {
                parts[count++] = (byte) value;
                value = -1;
            } else if (c != '.' || i < text.length() || count == 0) {
                return NONE;
            }
        }
        return Arrays.copyOf(parts, count);
    }

    private static byte[] v6(String text) {
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        int gap = bare.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(bare);
            return all.length == 16 ? all : NONE;
        }
        byte[] head = groups(bare.substring(0, gap));
        byte[] tail = groups(bare.substring(gap + 2));
        boolean broken = head.length == 0 && gap > 0 || tail.length == 0 && gap + 2 < bare.length();
        if (broken || head.length + tail.length > 14) {
            return NONE;
        }
        byte[] address = Arrays.copyOf(head, 16);
        System.arraycopy(tail, 0, address, 16 - tail.length, tail.length);
        return address;
    }

    private static byte[] groups(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        byte[] out = new byte[16];
        int length = 0;
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            byte[] group = dotted ? bytes(parts[i]) : group(parts[i]);
            if (group.length == 0 || length + group.length > 16) {
                return NONE;
            }
            System.arraycopy(group, 0, out, length, group.length);
            length += group.length;
        }
        return Arrays.copyOf(out, length);
    }

    private static byte[] group(String text) {
        boolean hex = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        if (!hex) {
            return NONE;
        }
        int value = Integer.parseInt(text, 16);
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static byte[] unmapped(byte[] address) {
        boolean mapped = address.length == 16 && address[10] == -1 && address[11] == -1;
        for (int i = 0; mapped && i < 10; i++) {
            mapped = address[i] == 0;
        }
        return mapped ? Arrays.copyOfRange(address, 12, 16) : address;
    }
}
