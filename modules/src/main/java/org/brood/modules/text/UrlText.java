package org.brood.modules.text;

import org.jspecify.annotations.Nullable;

/** Percent escapes, read. */
public final class UrlText {

    private UrlText() {}

    /** Null for a bad escape, a slash or a NUL in one: ap_unescape_url. */
    public static @Nullable String decoded(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                boolean whole = i + 2 < text.length();
                int high = whole ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = whole ? Character.digit(text.charAt(i + 2), 16) : -1;
                c = (char) (high * 16 + low);
                if (high < 0 || low < 0 || c == '/' || c == 0) {
                    return null;
                }
                i += 2;
            }
            out.append(c);
        }
        return out.toString();
    }
}
