package org.brood.conf.expr;

import org.jspecify.annotations.Nullable;

/** A function of one text, for modules that bring their own: {@code %{SSL:...}}. */
@FunctionalInterface
public interface StringFunction {

    /** @return null for the empty text */
    @Nullable
    String apply(ExpressionContext context, String argument) throws ExpressionFailure;
}
