package org.brood.conf.expr;

/** One run of an expression. */
record Evaluation(ExpressionContext context, Backreferences backreferences, boolean varies) {

    /** Notes that a request header was asked; never Host, which every answer depends on. */
    void vary(String header) {
        if (varies && !header.equalsIgnoreCase("Host")) {
            context.vary(header);
        }
    }
}
