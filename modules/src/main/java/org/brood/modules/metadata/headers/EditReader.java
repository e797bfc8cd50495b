package org.brood.modules.metadata.headers;

import java.util.List;
import java.util.function.Function;
import org.brood.api.Exchange;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveUse;
import org.brood.conf.expr.TextExpression;
import org.brood.conf.match.Pcre;
import org.brood.modules.metadata.headers.Edit.Action;
import org.brood.modules.metadata.headers.HeaderSettings.Table;
import org.brood.modules.text.Condition;
import org.brood.modules.text.Expressions;
import org.jspecify.annotations.Nullable;

/** Reads the words of one Header or RequestHeader line; for one line only. */
final class EditReader {
    private final DirectiveUse use;
    private final Table table;
    private final List<String> words;
    private @Nullable String value;
    private @Nullable String clause;
    private @Nullable Pcre pattern;

    /** @param words without {@code always} */
    EditReader(DirectiveUse use, Table table, List<String> words) {
        this.use = use;
        this.table = table;
        this.words = words;
    }

    Edit read() throws ConfigurationException {
        Action action = words.isEmpty() ? null : Action.of(words.getFirst());
        if (action == null) {
            throw mistake("first argument must be 'add', 'set', 'setifempty', 'append', 'merge', "
                    + "'unset', 'echo', 'note', 'edit', or 'edit*'.");
        }
        String name = words.size() < 2 ? "" : words.get(1);
        value = word(2);
        clause = word(3);
        if (action == Action.EDIT || action == Action.EDIT_ALL) {
            readEdit();
        } else if (words.size() > 4) {
            throw mistake("Too many arguments to directive");
        }
        if (action == Action.UNSET) {
            shiftClause("header unset takes two arguments");
        } else if (action == Action.ECHO) {
            readEcho(name);
        } else if (value == null) {
            throw mistake("Header requires three arguments");
        }
        int colon = name.indexOf(':');
        boolean early = clause != null && clause.equalsIgnoreCase("early");
        return new Edit(
                action, colon < 0 ? name : name.substring(0, colon), format(), pattern, condition(early), early);
    }

    private @Nullable String word(int index) {
        return index < words.size() ? words.get(index) : null;
    }

    private void readEdit() throws ConfigurationException {
        String match = value;
        String replacement = word(3);
        if (match == null || replacement == null) {
            throw mistake("Header edit requires a match and a substitution");
        }
        pattern = compile(match, "Header edit regex could not be compiled");
        value = replacement;
        clause = word(4);
    }

    private void readEcho(String name) throws ConfigurationException {
        shiftClause("Header echo takes two arguments");
        if (table == Table.REQUEST) {
            throw mistake("Header echo only valid on Header directives");
        }
        pattern = compile(name, "Header echo regex could not be compiled");
    }

    /** What stands where others have a value is the condition. */
    private void shiftClause(String message) throws ConfigurationException {
        if (value != null) {
            if (clause != null) {
                throw mistake(message);
            }
            clause = value;
            value = null;
        }
    }

    private Function<Exchange, String> format() throws ConfigurationException {
        String text = value;
        if (text == null) {
            return exchange -> "";
        }
        if (text.startsWith("expr=")) {
            TextExpression expression = Expressions.text(use, text.substring(5), "Can't parse value expression : ");
            return exchange -> Expressions.value(expression, exchange);
        }
        return ValueFormat.parse(text)::text;
    }

    private Condition condition(boolean early) throws ConfigurationException {
        String text = clause;
        if (text == null || early) {
            return Condition.ALWAYS;
        }
        if (text.regionMatches(true, 0, "env=", 0, 4)) {
            if (text.length() == 4 || text.equalsIgnoreCase("env=!")) {
                throw mistake("error: missing environment variable name. envclause should be in the form env=envar ");
            }
            return Condition.ofEnvironment(text.substring(4));
        }
        if (text.regionMatches(true, 0, "expr=", 0, 5)) {
            return Expressions.condition(use, text.substring(5), "Can't parse envclause/expression: ");
        }
        throw mistake("Unknown parameter: " + text);
    }

    private static Pcre compile(String regex, String message) throws ConfigurationException {
        try {
            return Pcre.compile(regex);
        } catch (ConfigurationException e) {
            throw mistake(message);
        }
    }

    private static ConfigurationException mistake(String message) {
        return new ConfigurationException(null, message);
    }
}
