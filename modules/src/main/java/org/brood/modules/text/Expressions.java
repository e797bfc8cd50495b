package org.brood.modules.text;

import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveUse;
import org.brood.conf.expr.Condition;
import org.brood.conf.expr.ExpressionFailure;
import org.brood.conf.expr.ExpressionRules;
import org.brood.conf.expr.TextExpression;

/** Expressions of directives, with what httpd does when one cannot be evaluated: it is logged and does not hold. */
public final class Expressions {

    private Expressions() {}

    /** A condition; what it asked for is added to Vary. @param before what the message of a mistake begins with */
    public static org.brood.modules.text.Condition condition(DirectiveUse use, String text, String before)
            throws ConfigurationException {
        return condition(text, ExpressionRules.of(use), before);
    }

    /** As {@link #condition}, without Vary: for logs. */
    public static org.brood.modules.text.Condition silentCondition(DirectiveUse use, String text, String before)
            throws ConfigurationException {
        return condition(text, ExpressionRules.of(use).withoutVary(), before);
    }

    private static org.brood.modules.text.Condition condition(String text, ExpressionRules rules, String before)
            throws ConfigurationException {
        try {
            Condition parsed = Condition.parse(text, rules);
            return exchange -> holds(parsed, exchange);
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(null, before + mistake.getMessage());
        }
    }

    private static boolean holds(Condition condition, Exchange exchange) {
        try {
            return condition.holds(exchange.expressions());
        } catch (ExpressionFailure failure) {
            log(exchange, failure);
            return false;
        }
    }

    /** An expression that has a text. @param before what the message of a mistake begins with */
    public static TextExpression text(DirectiveUse use, String text, String before) throws ConfigurationException {
        try {
            return TextExpression.parse(text, ExpressionRules.of(use));
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(null, before + mistake.getMessage());
        }
    }

    /** Its text for an exchange; empty when it cannot be told. */
    public static String value(TextExpression text, Exchange exchange) {
        try {
            return text.value(exchange.expressions());
        } catch (ExpressionFailure failure) {
            log(exchange, failure);
            return "";
        }
    }

    private static void log(Exchange exchange, ExpressionFailure failure) {
        exchange.log("core").log(
                LogLevel.ERROR,
                "AH03298",
                "Evaluation of an expression failed: " + String.valueOf(failure.getMessage()));
    }
}
