package org.brood.conformance.differential;

/** The escapes of case files and of transcripts. */
final class Escapes {

    private Escapes() {}

    /** The bytes that a line of a case file stands for, with its line end. */
    static String line(String text) {
        boolean joined = text.endsWith("\\c");
        String octets = decode(joined ? text.substring(0, text.length() - 2) : text);
        return joined ? octets : octets + "\r\n";
    }

    private static String decode(String text) {
        StringBuilder octets = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != '\\' || i + 1 == text.length()) {
                octets.append(letter);
                continue;
            }
            i++;
            switch (text.charAt(i)) {
                case 'r' -> octets.append('\r');
                case 'n' -> octets.append('\n');
                case 't' -> octets.append('\t');
                case '0' -> octets.append('\0');
                case 'x' -> {
                    octets.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
                    i += 2;
                }
                default -> octets.append(text.charAt(i));
            }
        }
        return octets.toString();
    }

    /** A line of an answer with everything visible. */
    static String visible(String octets) {
        StringBuilder text = new StringBuilder();
        for (char octet : octets.toCharArray()) {
            switch (octet) {
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default ->
                    text.append(
                            octet >= ' ' && octet < 0x7f ? String.valueOf(octet) : "\\x%02x".formatted((int) octet));
            }
        }
        return text.toString();
    }
}
