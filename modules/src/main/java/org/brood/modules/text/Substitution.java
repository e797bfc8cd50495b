package org.brood.modules.text;

import java.util.regex.MatchResult;

/** {@code $0} to {@code $9} in a replacement, with a backslash in front of a dollar that is meant: ap_pregsub. */
public final class Substitution {

    private Substitution() {}

    /** @param match of a successful find */
    public static String apply(String replacement, MatchResult match) {
        if (replacement.indexOf('$') < 0 && replacement.indexOf('\\') < 0) {
            return replacement;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
            if (c == '$' && next >= '0' && next <= '9') {
                group(out, match, next - '0');
                i++;
            } else if (c == '\\' && (next == '$' || next == '&')) {
                out.append(next);
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void group(StringBuilder out, MatchResult match, int number) {
        if (number <= match.groupCount()) {
            String text = match.group(number);
            out.append(text == null ? "" : text);
        }
    }
}
