package org.brood.modules.metadata.setenvif;

import java.util.List;
import java.util.regex.MatchResult;
import org.brood.api.Exchange;
import org.brood.conf.expr.Backreferences;
import org.brood.conf.expr.Condition;
import org.brood.conf.expr.ExpressionFailure;
import org.brood.conf.match.Pcre;
import org.brood.modules.text.Substitution;
import org.jspecify.annotations.Nullable;

/** One line of mod_setenvif: when it applies, the variables it sets or removes. */
sealed interface Rule {

    /** @param value null to remove the variable */
    record Variable(String name, @Nullable String value) {}

    void apply(Exchange exchange);

    /** A part of the request and a pattern; what is not there is empty, so that {@code ^$} finds it. */
    record ByPattern(Subject subject, Pcre pattern, List<Variable> variables) implements Rule {

        @Override
        public void apply(Exchange exchange) {
            String text = subject.of(exchange);
            MatchResult matcher = pattern.find(text == null ? "" : text);
            if (matcher == null) {
                return;
            }
            boolean plain = isPlain(pattern.source());
            for (Variable variable : variables) {
                String value = variable.value();
                set(exchange, variable.name(), value == null || plain ? value : Substitution.apply(value, matcher));
            }
        }

        /** httpd looks for a pattern without any special character as for a plain word, which captures nothing: $0 stays as it is. */
        private static boolean isPlain(String pattern) {
            boolean escaped = false;
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                boolean special = "^.$|()[]*+?{}".indexOf(c) >= 0;
                if (c == '\\') {
                    escaped = !escaped;
                } else if (special != escaped) {
                    return false;
                } else {
                    escaped = false;
                }
            }
            return true;
        }
    }

    /** An expression; its captures may stand in the values. */
    record ByExpression(Condition condition, List<Variable> variables) implements Rule {

        @Override
        public void apply(Exchange exchange) {
            Backreferences captures = new Backreferences();
            try {
                if (!condition.holds(exchange.expressions(), captures)) {
                    return;
                }
            } catch (ExpressionFailure e) {
                return;
            }
            for (Variable variable : variables) {
                String value = variable.value();
                set(exchange, variable.name(), value == null ? null : filled(value, captures));
            }
        }

        private static String filled(String value, Backreferences captures) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean reference = c == '$' && i + 1 < value.length() && Character.isDigit(value.charAt(i + 1));
                out.append(reference ? captures.group(value.charAt(++i) - '0') : String.valueOf(c));
            }
            return out.toString();
        }
    }

    private static void set(Exchange exchange, String name, @Nullable String value) {
        if (value == null) {
            exchange.environment().remove(name);
        } else {
            exchange.environment().set(name, value);
        }
    }
}
