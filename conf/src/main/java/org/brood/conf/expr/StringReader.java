package org.brood.conf.expr;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;

/**
 * Reads what stands inside quotes, inside {@code %{func:...}} and in a whole text expression: literal text with escapes,
 * {@code $0} to {@code $9}, and variables, which nest.
 */
final class StringReader {
    private static final String UNTERMINATED = "Unterminated string or variable";

    private final Tokens tokens;
    private final WordFactory words;

    StringReader(Tokens tokens, WordFactory words) {
        this.tokens = tokens;
        this.words = words;
    }

    /** From behind the opening quote to behind the closing one. */
    Word quoted(char quote) throws ConfigurationException {
        return read(quote, false);
    }

    /** All of the source. */
    Word whole() throws ConfigurationException {
        return read('\0', true);
    }

    /** From behind <code>%{</code> to behind the closing brace. */
    Word variable() throws ConfigurationException {
        String source = tokens.source();
        int start = tokens.position();
        int end = start;
        while (end < source.length() && Tokens.isNamePart(source.charAt(end)) && !startsWithDigit(source, start)) {
            end++;
        }
        if (end == source.length()) {
            throw unexpected(UNTERMINATED);
        }
        char c = source.charAt(end);
        String name = source.substring(start, end);
        tokens.position(end + 1);
        if (name.isEmpty() || c != '}' && c != ':') {
            throw unexpected("Invalid character in variable name '" + c + "'");
        }
        return c == '}' ? words.variable(name) : words.function(name, read('}', false));
    }

    private static boolean startsWithDigit(String source, int start) {
        return !Tokens.isLetter(source.charAt(start));
    }

    private static ConfigurationException unexpected(String what) {
        return new ConfigurationException(
                null, "syntax error, unexpected T_ERROR, expecting T_VAR_END or ':': " + what);
    }

    private Word read(char end, boolean toTheEnd) throws ConfigurationException {
        String source = tokens.source();
        List<Word> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (tokens.position() < source.length()) {
            int position = tokens.position();
            char c = source.charAt(position);
            if (c == end && !toTheEnd) {
                tokens.position(position + 1);
                return joined(parts, literal);
            }
            char next = position + 1 < source.length() ? source.charAt(position + 1) : '\0';
            if (c == '\\' && position + 1 < source.length()) {
                escape(literal, next);
            } else if (c == '$' && Tokens.isDigit(next)) {
                flush(parts, literal);
                parts.add(new Word.Backreference(next - '0'));
                tokens.position(position + 2);
            } else if (c == '%' && next == '{') {
                flush(parts, literal);
                tokens.position(position + 2);
                parts.add(variable());
            } else if (c == '\n') {
                throw new ConfigurationException(null, UNTERMINATED);
            } else {
                literal.append(c);
                tokens.position(position + 1);
            }
        }
        if (!toTheEnd) {
            throw new ConfigurationException(null, UNTERMINATED);
        }
        return joined(parts, literal);
    }

    private void escape(StringBuilder literal, char next) throws ConfigurationException {
        int position = tokens.position();
        if (Tokens.isDigit(next)) {
            octal(literal, position + 1);
            return;
        }
        literal.append(
                switch (next) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    default -> next;
                });
        tokens.position(position + 2);
    }

    private void octal(StringBuilder literal, int start) throws ConfigurationException {
        String source = tokens.source();
        int digits = start;
        while (digits < source.length() && Tokens.isDigit(source.charAt(digits))) {
            digits++;
        }
        int end = start;
        int value = 0;
        while (end < digits && end < start + 3 && source.charAt(end) < '8') {
            value = value * 8 + source.charAt(end++) - '0';
        }
        if (end < digits) {
            throw new ConfigurationException(null, "Bad escape sequence");
        }
        if (value > 255) {
            throw new ConfigurationException(null, "Escape sequence out of bound");
        }
        literal.append((char) value);
        tokens.position(end);
    }

    private static void flush(List<Word> parts, StringBuilder literal) {
        if (!literal.isEmpty()) {
            parts.add(new Word.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static Word joined(List<Word> parts, StringBuilder literal) {
        flush(parts, literal);
        return switch (parts.size()) {
            case 0 -> new Word.Literal("");
            case 1 -> parts.getFirst();
            default -> new Word.Joined(List.copyOf(parts));
        };
    }
}
