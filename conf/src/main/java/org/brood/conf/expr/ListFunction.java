package org.brood.conf.expr;

import java.util.List;

/** A function whose result stands at the right of {@code -in}: {@code 'x' -in PeerExtList('...')}. */
@FunctionalInterface
public interface ListFunction {

    List<String> apply(ExpressionContext context, String argument) throws ExpressionFailure;
}
