package org.brood.conf.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rewrites a PCRE pattern into Java's dialect. The differences that matter:
 *
 * <ul>
 *   <li>POSIX classes {@code [[:alpha:]]} become {@code \p{Alpha}}.
 *   <li>Inside a class Java gives a meaning to {@code [} and {@code &&}, and PCRE takes a leading {@code ]} literally.
 *   <li>A brace that begins no quantifier is literal in PCRE and an error in Java.
 *   <li>{@code $} is the very end, see {@link Pcre}; unless {@code (?m)} is in force.
 *   <li>Group names: {@code (?P<name>}, {@code (?'name'}, and the underscore, which Java refuses; a name is replaced by
 *       its number. {@code (?P=name)}, {@code \g{name}}, {@code \k'name'} likewise.
 * </ul>
 *
 * <p>Recursion, conditional groups, {@code (?|} and {@code \K} have no counterpart and stay a compile error.
 */
final class PcreTranslation {
    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("space", "\\s"),
            Map.entry("blank", " \\t"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("xdigit", "\\p{XDigit}"),
            Map.entry("word", "\\w"));

    private final String pattern;
    private final StringBuilder out = new StringBuilder();
    private final List<Pcre.Group> groups = new ArrayList<>();
    private int groupCount;
    private int position;
    private boolean multiline;

    PcreTranslation(String pattern) {
        this.pattern = pattern;
    }

    List<Pcre.Group> groups() {
        return List.copyOf(groups);
    }

    String translate() {
        while (position < pattern.length()) {
            char c = pattern.charAt(position);
            switch (c) {
                case '\\' -> escape();
                case '[' -> bracket();
                case '(' -> group();
                case '{' -> brace();
                case '$' -> take(multiline ? "$" : "\\z", 1);
                default -> take(String.valueOf(c), 1);
            }
        }
        return out.toString();
    }

    private void take(String replacement, int length) {
        out.append(replacement);
        position += length;
    }

    private boolean at(String text) {
        return pattern.startsWith(text, position);
    }

    private void escape() {
        if (at("\\Q")) {
            int end = pattern.indexOf("\\E", position);
            int stop = end < 0 ? pattern.length() : end + 2;
            take(pattern.substring(position, stop), stop - position);
        } else if (!namedReference("\\g{", "}")
                && !namedReference("\\k{", "}")
                && !namedReference("\\k'", "'")
                && !namedReference("\\k<", ">")) {
            int length = Math.min(2, pattern.length() - position);
            take(ordinaryEscape(pattern.substring(position, position + length)), length);
        }
    }

    /** PCRE lets any character that is no letter or digit be escaped; so does Java. Letters differ in a few. */
    private static String ordinaryEscape(String escape) {
        return switch (escape) {
            case "\\N" -> "[^\\n]";
            case "\\<", "\\>" -> escape.substring(1);
            default -> escape;
        };
    }

    private boolean namedReference(String open, String close) {
        int end = at(open) ? pattern.indexOf(close, position + open.length()) : -1;
        if (end < 0) {
            return false;
        }
        String name = pattern.substring(position + open.length(), end);
        int number = isGroupNumber(name) ? Integer.parseInt(name) : numberOf(name);
        take("(?:\\" + number + ")", end + close.length() - position);
        return true;
    }

    private static boolean isGroupNumber(String name) {
        return !name.isEmpty() && name.length() <= 4 && isNumber(name);
    }

    private int numberOf(String name) {
        for (Pcre.Group group : groups) {
            if (group.name().equals(name)) {
                return group.number();
            }
        }
        return groupCount + 1; // Java then reports the missing group
    }

    private void group() {
        boolean lookbehind = at("(?<=") || at("(?<!");
        if (namedGroup("(?P<", ">") || namedGroup("(?'", "'") || !lookbehind && namedGroup("(?<", ">")) {
            return;
        }
        if (namedReference("(?P=", ")")) {
            return;
        }
        if (at("(?#")) {
            int end = pattern.indexOf(')', position);
            position = end < 0 ? pattern.length() : end + 1;
            return;
        }
        if (!at("(?") && !at("(*")) {
            groupCount++;
        }
        flags();
        take("(", 1);
    }

    /** Notes {@code (?m)} and {@code (?-m)}: they decide what {@code $} means from here on. */
    private void flags() {
        boolean on = true;
        for (int i = position + 2; at("(?") && i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '-') {
                on = false;
            } else if (c == 'm') {
                multiline = on;
            } else if (c < 'a' || c > 'z') {
                return;
            }
        }
    }

    private boolean namedGroup(String open, String close) {
        int end = at(open) ? pattern.indexOf(close, position + open.length()) : -1;
        if (end < 0) {
            return false;
        }
        groupCount++;
        groups.add(new Pcre.Group(pattern.substring(position + open.length(), end), groupCount));
        take("(", end + close.length() - position);
        return true;
    }

    private void brace() {
        int end = pattern.indexOf('}', position);
        boolean quantifier = end > position + 1 && isQuantifier(pattern.substring(position + 1, end));
        take(quantifier ? "{" : "\\{", 1);
    }

    private static boolean isQuantifier(String inside) {
        int comma = inside.indexOf(',');
        String least = comma < 0 ? inside : inside.substring(0, comma);
        String most = comma < 0 ? "" : inside.substring(comma + 1);
        return !least.isEmpty() && isNumber(least) && isNumber(most);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void bracket() {
        take("[", 1);
        if (at("^")) {
            take("^", 1);
        }
        if (at("]")) {
            take("\\]", 1);
        }
        while (position < pattern.length() && !at("]")) {
            insideBracket();
        }
        if (position < pattern.length()) {
            take("]", 1);
        }
    }

    private void insideBracket() {
        char c = pattern.charAt(position);
        if (at("[:") && posixClass()) {
            return;
        }
        if (c == '\\' && position + 1 < pattern.length()) {
            take(pattern.substring(position, position + 2), 2);
        } else if (c == '[' || c == '&') {
            take("\\" + c, 1);
        } else {
            take(String.valueOf(c), 1);
        }
    }

    private boolean posixClass() {
        int end = pattern.indexOf(":]", position + 2);
        if (end < 0) {
            return false;
        }
        String name = pattern.substring(position + 2, end);
        boolean negated = name.startsWith("^");
        String java = POSIX.get(negated ? name.substring(1) : name);
        if (java == null) {
            return false;
        }
        take(negated ? "[^" + java + "]" : java, end + 2 - position);
        return true;
    }
}
