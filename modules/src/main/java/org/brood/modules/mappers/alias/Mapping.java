package org.brood.modules.mappers.alias;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brood.modules.text.Escapes;
import org.brood.modules.text.Substitution;
import org.jspecify.annotations.Nullable;

/**
 * One line of an alias or redirect list.
 *
 * @param fake the path, or the text of the pattern
 * @param pattern for the Match forms
 * @param real the directory, the URL or the replacement; null for a status without a target
 * @param handler for ScriptAlias
 * @param status for redirects; 0 for aliases
 */
record Mapping(
        String fake,
        @Nullable Pattern pattern,
        @Nullable String real,
        @Nullable String handler,
        int status) {

    /** @param prefixLength how much of the path {@link #fake} covered; 0 for patterns */
    record Hit(Mapping mapping, String target, int prefixLength) {}

    /** @return null when this line is not about the path */
    @Nullable
    Hit match(String path) {
        if (pattern != null) {
            Matcher matcher = pattern.matcher(path);
            return matcher.find() ? new Hit(this, substituted(matcher), 0) : null;
        }
        int length = prefixLength(path, fake);
        if (length == 0) {
            return null;
        }
        String rest = path.substring(length);
        String target = (real == null ? "" : real) + (status == 0 ? rest : Escapes.path(rest));
        return new Hit(this, target, length);
    }

    private String substituted(Matcher matcher) {
        if (real == null) {
            return "";
        }
        String result = Substitution.apply(real, matcher);
        return status == 0 ? result : escapeUrl(result);
    }

    /** Escapes what stands before the query and the fragment, which are left as they are. */
    static String escapeUrl(String url) {
        int hash = url.indexOf('#');
        int query = url.indexOf('?');
        int end = query >= 0 && (hash < 0 || query < hash) ? query : hash;
        return end < 0 ? Escapes.path(url) : Escapes.path(url.substring(0, end)) + url.substring(end);
    }

    /**
     * How much of {@code path} an alias covers: any number of slashes stands for one, and its last part must end where a part
     * of the path ends.
     *
     * @return 0 when it does not
     */
    static int prefixLength(String path, String alias) {
        int a = 0;
        int p = 0;
        while (a < alias.length()) {
            if (alias.charAt(a) == '/') {
                if (p >= path.length() || path.charAt(p) != '/') {
                    return 0;
                }
                a = skipSlashes(alias, a);
                p = skipSlashes(path, p);
            } else if (p < path.length() && path.charAt(p) == alias.charAt(a)) {
                a++;
                p++;
            } else {
                return 0;
            }
        }
        boolean endsPart = alias.endsWith("/") || p == path.length() || path.charAt(p) == '/';
        return endsPart ? p : 0;
    }

    private static int skipSlashes(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '/') {
            i++;
        }
        return i;
    }
}
