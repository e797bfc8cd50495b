package org.brood.conf.expr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Texts in other spellings. Characters count as the bytes of their UTF-8 form. */
final class Escapes {
    private static final String URI_SAFE = "$-_.+!*'(),:@&=/~";

    private Escapes() {}

    /** As {@code ap_escape_uri}: all but letters, digits and what a path may hold, in lower-case hexadecimal. */
    static String uri(String text) {
        StringBuilder out = new StringBuilder();
        // a colon in the first segment would read as a scheme
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        if (colon >= 0 && (slash < 0 || colon < slash)) {
            out.append("./");
        }
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c < 128 && (Character.isLetterOrDigit(c) || URI_SAFE.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                out.append('%').append(HexFormat.of().toHexDigits(b));
            }
        }
        return out.toString();
    }

    /** Percent escapes undone; empty if one is broken, is a slash or a zero. */
    static String unescaped(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out[length++] = in[i];
                continue;
            }
            if (i + 2 >= in.length || !HexFormat.isHexDigit(in[i + 1]) || !HexFormat.isHexDigit(in[i + 2])) {
                return "";
            }
            byte value = (byte) (HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2]));
            if (value == 0 || value == '/') {
                return "";
            }
            out[length++] = value;
            i += 2;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads up to the first character that does not belong, as APR does. */
    static String unbase64(String text) {
        int end = 0;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        end -= end % 4 == 1 ? 1 : 0;
        byte[] bytes = Base64.getDecoder().decode(text.substring(0, end));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean isBase64(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }

    static String digest(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every Java has MD5 and SHA-1
        }
    }

    /** RFC 4514 and RFC 4515: what has a meaning in a name or a filter, and all that is not ASCII. */
    static String ldap(String text) {
        StringBuilder out = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            boolean edge = c == ' ' && (i == 0 || i == bytes.length - 1) || c == '#' && i == 0;
            if (edge || c < 32 || c > 126 || "*()\\,+\"<>;=".indexOf(c) >= 0) {
                out.append('\\').append(HexFormat.of().toHexDigits(bytes[i]));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }
}
