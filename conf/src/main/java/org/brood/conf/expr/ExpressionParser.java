package org.brood.conf.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.expr.Comparison.Relation;
import org.brood.conf.expr.Token.Kind;
import org.brood.conf.match.Pcre;

/** Recursive descent over the grammar in the package's description, one token ahead; one parser reads one text. */
final class ExpressionParser {
    /** Deeper nesting is somebody's attempt on the stack. */
    private static final int DEEPEST = 200;

    private final Tokens tokens;
    private final ExpressionRules rules;
    private final WordFactory words;
    private final StringReader strings;
    private Token token = new Token(Kind.END, "");
    private int depth;

    ExpressionParser(String text, ExpressionRules rules) {
        this.tokens = new Tokens(text);
        this.rules = rules;
        this.words = new WordFactory(rules);
        this.strings = new StringReader(tokens, words);
    }

    Word text() throws ConfigurationException {
        return strings.whole();
    }

    Clause condition() throws ConfigurationException {
        advance();
        Clause clause = or();
        if (token.kind() != Kind.END) {
            throw unexpected(", expecting $end");
        }
        return clause;
    }

    private void advance() {
        token = tokens.next();
    }

    private Clause or() throws ConfigurationException {
        List<Clause> clauses = new ArrayList<>(List.of(and()));
        while (token.kind() == Kind.OR) {
            advance();
            clauses.add(and());
        }
        return clauses.size() == 1 ? clauses.getFirst() : new Clause.Any(List.copyOf(clauses));
    }

    private Clause and() throws ConfigurationException {
        List<Clause> clauses = new ArrayList<>(List.of(not()));
        while (token.kind() == Kind.AND) {
            advance();
            clauses.add(not());
        }
        return clauses.size() == 1 ? clauses.getFirst() : new Clause.All(List.copyOf(clauses));
    }

    private Clause not() throws ConfigurationException {
        if (++depth > DEEPEST) {
            throw new ConfigurationException(null, "Recursion limit reached");
        }
        Clause clause = primary();
        depth--;
        return clause;
    }

    private Clause primary() throws ConfigurationException {
        Token first = token;
        switch (first.kind()) {
            case ERROR -> throw new ConfigurationException(null, first.text());
            case TRUE, FALSE -> {
                advance();
                return new Clause.Constant(first.kind() == Kind.TRUE);
            }
            case NOT -> {
                advance();
                return new Clause.Not(not());
            }
            case OPEN -> {
                advance();
                Clause inner = or();
                expect(Kind.CLOSE, ", expecting T_OP_OR or T_OP_AND or ')'");
                return inner;
            }
            case UNARY -> {
                advance();
                return words.unary(first.text(), word());
            }
            default -> {
                return comparison();
            }
        }
    }

    private Clause comparison() throws ConfigurationException {
        Word left = word();
        Token operator = token;
        return switch (operator.kind()) {
            case EQ -> compared(left, Relation.EQUAL, Comparison.NUMBERS);
            case NE -> compared(left, Relation.NOT_EQUAL, Comparison.NUMBERS);
            case LT -> compared(left, Relation.LESS, Comparison.NUMBERS);
            case LE -> compared(left, Relation.LESS_OR_EQUAL, Comparison.NUMBERS);
            case GT -> compared(left, Relation.GREATER, Comparison.NUMBERS);
            case GE -> compared(left, Relation.GREATER_OR_EQUAL, Comparison.NUMBERS);
            case STR_EQ -> compared(left, Relation.EQUAL, Comparison.TEXTS);
            case STR_NE -> compared(left, Relation.NOT_EQUAL, Comparison.TEXTS);
            case STR_LT -> compared(left, Relation.LESS, Comparison.TEXTS);
            case STR_LE -> compared(left, Relation.LESS_OR_EQUAL, Comparison.TEXTS);
            case STR_GT -> compared(left, Relation.GREATER, Comparison.TEXTS);
            case STR_GE -> compared(left, Relation.GREATER_OR_EQUAL, Comparison.TEXTS);
            case IN -> in(left);
            case MATCHES -> matches(left);
            case MATCHES_NOT -> new Clause.Not(matches(left));
            case BINARY -> {
                advance();
                yield words.binary(operator.text(), left, word());
            }
            default -> throw unexpected("");
        };
    }

    private Clause compared(Word left, Relation relation, Comparator<String> order) throws ConfigurationException {
        advance();
        Comparator<String> inForce = rules.sslComparison() ? Comparison.SSL : order;
        return new Clause.Compared(left, new Comparison(relation, inForce), word());
    }

    private Clause matches(Word left) throws ConfigurationException {
        advance();
        Token regex = token;
        if (regex.kind() != Kind.REGEX && regex.kind() != Kind.REGEX_BLIND) {
            throw unexpected(", expecting T_REGEX or T_REGEX_I");
        }
        try {
            Pcre pattern =
                    regex.kind() == Kind.REGEX ? Pcre.compile(regex.text()) : Pcre.compileCaseBlind(regex.text());
            advance();
            return new Clause.Matches(left, pattern, pattern.groupCount() > 0);
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(null, "Failed to compile regular expression");
        }
    }

    private Clause in(Word needle) throws ConfigurationException {
        advance();
        if (token.kind() == Kind.ID) {
            ListFunction function = words.listFunction(name());
            return new Clause.InList(needle, function, argument());
        }
        expect(Kind.OPEN_LIST, ", expecting T_ID or '{'");
        List<Word> list = new ArrayList<>(List.of(word()));
        while (token.kind() == Kind.COMMA) {
            advance();
            list.add(word());
        }
        expect(Kind.CLOSE_LIST, ", expecting '}' or ','");
        return new Clause.InWords(needle, List.copyOf(list));
    }

    private Word word() throws ConfigurationException {
        List<Word> parts = new ArrayList<>(List.of(part()));
        while (token.kind() == Kind.CONCAT) {
            advance();
            parts.add(part());
        }
        return parts.size() == 1 ? parts.getFirst() : new Word.Joined(List.copyOf(parts));
    }

    private Word part() throws ConfigurationException {
        Token first = token;
        return switch (first.kind()) {
            case DIGIT -> then(new Word.Literal(first.text()));
            case BACKREFERENCE -> then(new Word.Backreference(first.text().charAt(0) - '0'));
            case STRING -> then(strings.quoted(first.text().charAt(0)));
            case VARIABLE -> then(strings.variable());
            case ID -> call();
            default -> throw unexpected("");
        };
    }

    private Word then(Word word) {
        advance();
        return word;
    }

    private Word call() throws ConfigurationException {
        if (++depth > DEEPEST) {
            throw new ConfigurationException(null, "Recursion limit reached");
        }
        String name = name();
        Word word = words.function(name, argument());
        depth--;
        return word;
    }

    private String name() {
        String name = token.text();
        advance();
        return name;
    }

    private Word argument() throws ConfigurationException {
        expect(Kind.OPEN, ", expecting '('");
        Word argument = word();
        expect(Kind.CLOSE, ", expecting T_OP_CONCAT or ')'");
        return argument;
    }

    private void expect(Kind kind, String expectation) throws ConfigurationException {
        if (token.kind() != kind) {
            throw unexpected(expectation);
        }
        advance();
    }

    private ConfigurationException unexpected(String expectation) {
        String reason = token.kind() == Kind.ERROR ? ": " + token.text() : "";
        return new ConfigurationException(
                null, "syntax error, unexpected " + token.kind().word() + expectation + reason);
    }
}
