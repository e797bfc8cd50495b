package org.brood.protocol.http;

/**
 * Entity tags and lists of them (RFC 9110 sections 8.8.3 and 13.1). A list is {@code *} or tags with commas between them; what is no tag ends the list, so
 * that nothing behind it is taken for one.
 */
public final class EntityTags {
    private EntityTags() {}

    /** Whether the tag is weak: {@code W/"..."}. */
    public static boolean isWeak(String tag) {
        return tag.startsWith("W/");
    }

    /** Whether the list is {@code *}, which stands for any. */
    public static boolean isAny(String list) {
        return list.startsWith("*");
    }

    /** Strong comparison: the same opaque tag, neither of them weak. */
    public static boolean containsStrong(String list, String tag) {
        return !isWeak(tag) && contains(list, tag, false);
    }

    /** Weak comparison: the same opaque tag, weak or not. */
    public static boolean containsWeak(String list, String tag) {
        return contains(list, tag, true);
    }

    private static boolean contains(String list, String tag, boolean weakly) {
        String wanted = opaque(tag);
        int at = 0;
        while (at < list.length()) {
            char c = list.charAt(at);
            if (c == ',' || c == ' ' || c == '\t') {
                at++;
                continue;
            }
            boolean weak = list.startsWith("W/", at);
            int open = weak ? at + 2 : at;
            int close = open < list.length() && list.charAt(open) == '"' ? list.indexOf('"', open + 1) : -1;
            if (close < 0) {
                return false;
            }
            if ((weakly || !weak) && list.substring(open, close + 1).equals(wanted)) {
                return true;
            }
            at = close + 1;
        }
        return false;
    }

    private static String opaque(String tag) {
        return isWeak(tag) ? tag.substring(2) : tag;
    }
}
