package org.brood.modules.mappers.alias;

import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.brood.conf.expr.ExpressionFailure;
import org.brood.conf.expr.TextExpression;
import org.jspecify.annotations.Nullable;

/**
 * What an Alias or Redirect without a path of its own says of the section around it: an expression, worked out for each request.
 *
 * @param around the path of the section
 * @param target null for a status that has no target, as 410
 * @param handler for ScriptAlias
 * @param status for redirects; 0 for aliases
 */
record OwnTarget(
        String around,
        @Nullable TextExpression target,
        @Nullable String handler,
        int status) {

    /** The text of the target; null when it cannot be told, which is logged. */
    @Nullable
    String value(Exchange exchange) {
        if (target == null) {
            return "";
        }
        try {
            return target.value(exchange.expressions());
        } catch (ExpressionFailure failure) {
            String what = status == 0 ? "alias" : "redirect";
            exchange.log("alias").log(
                    LogLevel.ERROR,
                    status == 0 ? "AH02825" : "AH02826",
                    "Can't evaluate " + what + " expression: " + failure.getMessage());
            return null;
        }
    }
}
