package org.brood.modules.mappers.rewrite;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveUse;
import org.brood.conf.expr.ExpressionRules;
import org.brood.conf.match.Pcre;

/**
 * One RewriteCond.
 *
 * @param input to be expanded
 * @param text the pattern as it was written, for the log
 */
record Condition(String input, String text, Test test, boolean negated, Set<Mark> marks) {
    private static final String DIRECTIVE = "RewriteCond";

    Condition {
        marks = Set.copyOf(marks);
    }

    /** Its flags. */
    enum Mark {
        NO_CASE,
        OR_NEXT,
        NO_VARY
    }

    static Condition read(DirectiveUse use) throws ConfigurationException {
        List<String> arguments = ArgumentLine.split(DIRECTIVE, use.argument(0));
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (arguments.size() > 2) {
            Flags.read(DIRECTIVE, arguments.get(2), (key, value) -> marks.add(mark(key)));
        }
        String text = arguments.get(1);
        boolean negated = text.startsWith("!");
        String pattern = text.substring(negated ? 1 : 0);
        if (pattern.startsWith("-ne") && pattern.length() > 3) {
            negated = !negated;
            pattern = "-eq" + pattern.substring(3);
        }
        Test test = test(use, arguments.getFirst(), pattern, marks);
        return new Condition(arguments.getFirst(), text, test, negated, marks);
    }

    private static Mark mark(String key) throws ConfigurationException {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "nc", "nocase" -> Mark.NO_CASE;
            case "or", "ornext" -> Mark.OR_NEXT;
            case "nv", "novary" -> Mark.NO_VARY;
            default -> throw Flags.unknown(DIRECTIVE, key);
        };
    }

    private static Test test(DirectiveUse use, String input, String pattern, Set<Mark> marks)
            throws ConfigurationException {
        boolean caseBlind = marks.contains(Mark.NO_CASE);
        if (input.equalsIgnoreCase("expr")) {
            return expression(use, pattern, marks.contains(Mark.NO_VARY));
        }
        Test plain = pattern.length() < 2 ? null : Test.named(pattern, caseBlind);
        if (plain != null) {
            return plain;
        }
        try {
            return new Test.Matches(caseBlind ? Pcre.compileCaseBlind(pattern) : Pcre.compile(pattern));
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(null, "RewriteCond: cannot compile regular expression '" + pattern + "'");
        }
    }

    private static Test expression(DirectiveUse use, String text, boolean noVary) throws ConfigurationException {
        ExpressionRules rules = ExpressionRules.of(use);
        try {
            return new Test.Holds(org.brood.conf.expr.Condition.parse(text, noVary ? rules.withoutVary() : rules));
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(
                    null, "RewriteCond: cannot compile expression \"" + text + "\": " + mistake.getMessage());
        }
    }
}
