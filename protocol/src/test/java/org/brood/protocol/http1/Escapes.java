package org.brood.protocol.http1;

import java.io.ByteArrayOutputStream;

/** Octets as one line of text: {@code \r \n \t \\ \xHH}, and {@code \{count:text}} for repetitions of a text without braces. */
final class Escapes {
    private Escapes() {}

    static byte[] decode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\') {
                out.write(c);
                continue;
            }
            i = escape(text, i, out);
        }
        return out.toByteArray();
    }

    private static int escape(String text, int at, ByteArrayOutputStream out) {
        char kind = text.charAt(at);
        switch (kind) {
            case 'r' -> out.write('\r');
            case 'n' -> out.write('\n');
            case 't' -> out.write('\t');
            case '\\' -> out.write('\\');
            case 'x' -> {
                out.write(Integer.parseInt(text.substring(at + 1, at + 3), 16));
                return at + 3;
            }
            case '{' -> {
                int end = text.indexOf('}', at);
                String[] parts = text.substring(at + 1, end).split(":", 2);
                out.writeBytes(decode(parts[1].repeat(Integer.parseInt(parts[0]))));
                return end + 1;
            }
            default -> throw new IllegalArgumentException("unknown escape \\" + kind);
        }
        return at + 1;
    }

    static String encode(byte[] octets, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            int c = octets[i] & 0xff;
            switch (c) {
                case '\r' -> out.append("\\r");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> out.append(c < 0x20 || c > 0x7e ? String.format("\\x%02x", c) : String.valueOf((char) c));
            }
        }
        return out.toString();
    }
}
