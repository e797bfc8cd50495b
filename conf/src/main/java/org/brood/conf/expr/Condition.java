package org.brood.conf.expr;

import org.brood.conf.ConfigurationException;

/** An expression that holds or does not. Immutable, safe for all threads. */
public final class Condition {
    private final String text;
    private final Clause clause;
    private final boolean varies;

    private Condition(String text, Clause clause, boolean varies) {
        this.text = text;
        this.clause = clause;
        this.varies = varies;
    }

    /**
     * @throws ConfigurationException in the words of httpd's parser; directives put their own before it
     */
    public static Condition parse(String text, ExpressionRules rules) throws ConfigurationException {
        return new Condition(text, new ExpressionParser(text, rules).condition(), rules.varies());
    }

    /** Evaluates; captures are forgotten afterwards. */
    public boolean holds(ExpressionContext context) throws ExpressionFailure {
        return holds(context, new Backreferences());
    }

    /** Evaluates and leaves its captures in {@code backreferences}, where it also finds earlier ones. */
    public boolean holds(ExpressionContext context, Backreferences backreferences) throws ExpressionFailure {
        return clause.holds(new Evaluation(context, backreferences, varies));
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
