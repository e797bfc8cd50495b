package org.brood.conf.expr;

import java.util.Map;
import org.brood.conf.expr.Token.Kind;

/**
 * Cuts an expression into tokens. The longest match wins, so {@code and} is an operator and {@code android} a name.
 * Strings and variables are read by {@link StringReader} from {@link #position}.
 */
final class Tokens {
    private static final String REGEX_DELIMITERS = "/#$%^,;:_?|-!.'\"";

    private static final Map<String, Kind> NAMES = Map.ofEntries(
            Map.entry("true", Kind.TRUE),
            Map.entry("false", Kind.FALSE),
            Map.entry("and", Kind.AND),
            Map.entry("or", Kind.OR),
            Map.entry("not", Kind.NOT),
            Map.entry("lt", Kind.LT),
            Map.entry("le", Kind.LE),
            Map.entry("gt", Kind.GT),
            Map.entry("ge", Kind.GE),
            Map.entry("ne", Kind.NE),
            Map.entry("eq", Kind.EQ),
            Map.entry("in", Kind.IN));

    private static final Map<String, Kind> DASHED = Map.of(
            "in", Kind.IN, "eq", Kind.EQ, "ne", Kind.NE, "ge", Kind.GE, "le", Kind.LE, "gt", Kind.GT, "lt", Kind.LT);

    /** The longer ones first. */
    private static final Map<String, Kind> PAIRS = Map.of(
            "==", Kind.STR_EQ,
            "!=", Kind.STR_NE,
            "<=", Kind.STR_LE,
            ">=", Kind.STR_GE,
            "=~", Kind.MATCHES,
            "!~", Kind.MATCHES_NOT,
            "&&", Kind.AND,
            "||", Kind.OR,
            "%{", Kind.VARIABLE);

    private static final Map<Character, Kind> SINGLES = Map.ofEntries(
            Map.entry('=', Kind.STR_EQ),
            Map.entry('<', Kind.STR_LT),
            Map.entry('>', Kind.STR_GT),
            Map.entry('!', Kind.NOT),
            Map.entry('.', Kind.CONCAT),
            Map.entry('(', Kind.OPEN),
            Map.entry(')', Kind.CLOSE),
            Map.entry('{', Kind.OPEN_LIST),
            Map.entry('}', Kind.CLOSE_LIST),
            Map.entry(',', Kind.COMMA),
            Map.entry(':', Kind.COLON),
            Map.entry('"', Kind.STRING),
            Map.entry('\'', Kind.STRING));

    private final String source;
    private int position;

    Tokens(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    int position() {
        return position;
    }

    void position(int newPosition) {
        position = newPosition;
    }

    Token next() {
        while (position < source.length() && " \t\n".indexOf(source.charAt(position)) >= 0) {
            position++;
        }
        if (position == source.length()) {
            return new Token(Kind.END, "");
        }
        char c = source.charAt(position);
        if (isLetter(c)) {
            return name(c);
        }
        if (isDigit(c)) {
            return digits();
        }
        return switch (c) {
            case '-' -> dash();
            case '/' -> regex(position + 1, '/');
            case '$' -> backreference();
            default -> punctuation(c);
        };
    }

    private Token name(char first) {
        int end = position;
        while (end < source.length() && isNamePart(source.charAt(end))) {
            end++;
        }
        boolean delimited = first == 'm' && position + 1 < source.length();
        if (delimited && end <= position + 2 && REGEX_DELIMITERS.indexOf(source.charAt(position + 1)) >= 0) {
            return regex(position + 2, source.charAt(position + 1));
        }
        String name = take(end);
        return new Token(NAMES.getOrDefault(name, Kind.ID), name);
    }

    private Token digits() {
        int end = position + 1;
        while (end < source.length() && isDigit(source.charAt(end))) {
            end++;
        }
        return new Token(Kind.DIGIT, take(end));
    }

    private Token dash() {
        if (position + 1 == source.length()) {
            return mistake('-');
        }
        char next = source.charAt(position + 1);
        if (isDigit(next)) {
            return digits();
        }
        if (!isLetter(next) && next != '_') {
            return mistake('-');
        }
        int end = position + 2;
        while (end < source.length() && isNamePart(source.charAt(end))) {
            end++;
        }
        String name = take(end).substring(1);
        return new Token(name.length() == 1 ? Kind.UNARY : DASHED.getOrDefault(name, Kind.BINARY), name);
    }

    /** A pattern without its closing delimiter swallows the rest and leaves only the end. */
    private Token regex(int start, char delimiter) {
        int end = source.indexOf(delimiter, start);
        if (end < 0) {
            position = source.length();
            return new Token(Kind.END, "");
        }
        position = end + 1;
        boolean blind = source.startsWith("i", position);
        position += blind ? 1 : 0;
        return new Token(blind ? Kind.REGEX_BLIND : Kind.REGEX, source.substring(start, end));
    }

    private Token backreference() {
        if (position + 1 < source.length() && isDigit(source.charAt(position + 1))) {
            return new Token(Kind.BACKREFERENCE, take(position + 2).substring(1));
        }
        return mistake('$');
    }

    private Token punctuation(char c) {
        if (position + 1 < source.length()) {
            Kind pair = PAIRS.get(source.substring(position, position + 2));
            if (pair != null) {
                return new Token(pair, take(position + 2));
            }
        }
        Kind single = SINGLES.get(c);
        return single == null ? mistake(c) : new Token(single, take(position + 1));
    }

    private Token mistake(char c) {
        position++;
        return new Token(Kind.ERROR, "Parse error near '" + c + "'");
    }

    private String take(int end) {
        String text = source.substring(position, end);
        position = end;
        return text;
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNamePart(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }
}
