package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import java.util.Map;
import org.brood.modules.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * Expands {@code $1}, {@code %1}, {@code %{VARIABLE}} and {@code ${map:key|default}}. Keys and defaults are expanded first; what
 * comes out of an expansion never is.
 */
final class Expansion {
    private final Run run;
    private final Map<String, RewriteMap> maps;
    private final @Nullable Rule rule;
    private boolean unsafeMark;
    private boolean markSeen;

    /** @param rule whose B flags apply to captures; null for none */
    Expansion(Run run, Map<String, RewriteMap> maps, @Nullable Rule rule) {
        this.run = run;
        this.maps = maps;
        this.rule = rule;
    }

    /** Whether the question mark that begins the query came out of an expansion. */
    boolean unsafe() {
        return unsafeMark;
    }

    String of(String text) throws IOException {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            at = step(text, at, out);
        }
        return out.toString();
    }

    private int step(String text, int at, StringBuilder out) throws IOException {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if (c == '\\' && next != 0) {
            out.append(next);
            return at + 2;
        }
        if (c == '?') {
            mark(false);
        }
        if (c != '$' && c != '%' || next == 0) {
            out.append(c);
            return at + 1;
        }
        if (next == '{') {
            return braces(text, at, out);
        }
        if (next >= '0' && next <= '9') {
            expanded(out, escaped(run.capture(c == '$', next - '0')));
            return at + 2;
        }
        out.append(c);
        return at + 1;
    }

    private int braces(String text, int at, StringBuilder out) throws IOException {
        int end = closing(text, at + 2);
        boolean map = text.charAt(at) == '$';
        int colon = map && end >= 0 ? find(text, at + 2, end, ':') : 0;
        if (end < 0 || colon < 0) {
            out.append(text, at, at + 2);
            return at + 2;
        }
        expanded(out, map ? lookup(text, at + 2, colon, end) : Variables.value(text.substring(at + 2, end), run));
        return end + 1;
    }

    private String lookup(String text, int from, int colon, int end) throws IOException {
        int bar = find(text, colon + 1, end, '|');
        Expansion inner = new Expansion(run, maps, rule);
        String key = inner.of(text.substring(colon + 1, bar < 0 ? end : bar));
        RewriteMap map = maps.get(text.substring(from, colon));
        String value = map == null ? null : map.lookup(run.exchange(), key);
        if (value == null) {
            value = bar < 0 ? "" : inner.of(text.substring(bar + 1, end));
        }
        return value;
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The character outside of inner braces. */
    private static int find(String text, int from, int end, char wanted) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == wanted && depth == 0) {
                return i;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return -1;
    }

    private void expanded(StringBuilder out, String value) {
        if (value.indexOf('?') >= 0) {
            mark(true);
        }
        out.append(value);
    }

    private void mark(boolean fromExpansion) {
        boolean last = rule != null && rule.is(Flag.QUERY_LAST);
        if (!markSeen || last) {
            unsafeMark = fromExpansion;
        }
        markSeen = true;
    }

    private String escaped(String capture) {
        Rule flags = rule;
        if (flags == null || !flags.is(Flag.ESCAPE_BACKREFERENCES)) {
            return capture;
        }
        StringBuilder out = new StringBuilder();
        for (char c : capture.toCharArray()) {
            if (!escapes(flags, c) || Character.isLetterOrDigit(c) && c < 128 || c == '_') {
                out.append(c);
            } else if (c == ' ' && !flags.is(Flag.ESCAPE_NO_PLUS)) {
                out.append('+');
            } else {
                out.append('%').append(Escapes.hex(c));
            }
        }
        return out.toString();
    }

    private static boolean escapes(Rule flags, char c) {
        String named = flags.escapes();
        String never = flags.noEscapes();
        boolean all = flags.is(Flag.ESCAPE_CONTROLS) ? c <= ' ' || c == 127 : named == null;
        return (all || named != null && named.indexOf(c) >= 0) && (never == null || never.indexOf(c) < 0);
    }
}
