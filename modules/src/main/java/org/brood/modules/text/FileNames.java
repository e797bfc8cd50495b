package org.brood.modules.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Between the octets of a file name as requests have them, one char each, and Java's own names, which are UTF-8 here. */
public final class FileNames {

    private FileNames() {}

    public static Path path(String octets) {
        return Path.of(decoded(octets));
    }

    public static String decoded(String octets) {
        return isAscii(octets)
                ? octets
                : new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    public static String octets(String decoded) {
        return isAscii(decoded)
                ? decoded
                : new String(decoded.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
