package org.brood.modules.text;

import java.nio.charset.StandardCharsets;

/**
 * Escapes as httpd writes them. Texts from the wire and file names are octets, one char each; a char beyond them is written
 * as its UTF-8 octets.
 */
public final class Escapes {
    private static final String HEX = "0123456789abcdef";
    private static final String PATH_SAFE = "$-_.+!*'(),:;@&=/~";

    private Escapes() {}

    /** A path for a Location field or a link: ap_os_escape_path of a part of a path. */
    public static String path(String path) {
        int i = 0;
        while (i < path.length() && isPathSafe(path.charAt(i))) {
            i++;
        }
        if (i == path.length()) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length() + 16).append(path, 0, i);
        for (; i < path.length(); i++) {
            char c = path.charAt(i);
            if (isPathSafe(c)) {
                out.append(c);
            } else {
                percent(out, c);
            }
        }
        return out.toString();
    }

    /** A whole relative path: as {@link #path}, with {@code ./} in front when its first segment has a colon. */
    public static String relativePath(String path) {
        int colon = path.indexOf(':');
        int slash = path.indexOf('/');
        boolean looksLikeScheme = colon >= 0 && (slash < 0 || colon < slash);
        return looksLikeScheme ? "./" + path(path) : path(path);
    }

    /** The octet as two digits. */
    public static String hex(char octet) {
        return "" + HEX.charAt(octet >> 4 & 15) + HEX.charAt(octet & 15);
    }

    private static boolean isPathSafe(char c) {
        return isAlphanumeric(c) || PATH_SAFE.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static void percent(StringBuilder out, char c) {
        byte[] octets = c < 256 ? new byte[] {(byte) c} : String.valueOf(c).getBytes(StandardCharsets.UTF_8);
        for (byte octet : octets) {
            out.append('%').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
        }
    }

    /** Appends a text as the logs show it: control octets, quotes and backslashes escaped (ap_escape_logitem). */
    public static void logItem(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            logChar(out, text.charAt(i));
        }
    }

    private static void logChar(StringBuilder out, char c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c >= ' ' && c < 0x7f) {
            out.append(c);
        } else {
            int named = "\b\n\r\t\u000b".indexOf(c);
            if (named >= 0) {
                out.append('\\').append("bnrtv".charAt(named));
            } else {
                hex(out, c);
            }
        }
    }

    private static void hex(StringBuilder out, char c) {
        byte[] octets = c < 256 ? new byte[] {(byte) c} : String.valueOf(c).getBytes(StandardCharsets.UTF_8);
        for (byte octet : octets) {
            out.append("\\x").append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
        }
    }
}
