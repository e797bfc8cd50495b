package org.brood.conf.expr;

/** An expression was right but could not be evaluated: {@code file()} of a file that cannot be read. */
public final class ExpressionFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public ExpressionFailure(String message) {
        super(message);
    }
}
