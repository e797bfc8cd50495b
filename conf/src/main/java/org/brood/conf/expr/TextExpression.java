package org.brood.conf.expr;

import org.brood.conf.ConfigurationException;

/**
 * An expression that has a text: a value with {@code %{VARIABLES}}, {@code %{func:argument}} and {@code $1} in it.
 * Immutable, safe for all threads.
 */
public final class TextExpression {
    private final String text;
    private final Word word;
    private final boolean varies;

    private TextExpression(String text, Word word, boolean varies) {
        this.text = text;
        this.word = word;
        this.varies = varies;
    }

    /**
     * @throws ConfigurationException in the words of httpd's parser; directives put their own before it
     */
    public static TextExpression parse(String text, ExpressionRules rules) throws ConfigurationException {
        return new TextExpression(text, new ExpressionParser(text, rules).text(), rules.varies());
    }

    /** Whether the value is the same for every request. */
    public boolean isConstant() {
        return word instanceof Word.Literal;
    }

    public String value(ExpressionContext context) throws ExpressionFailure {
        return value(context, new Backreferences());
    }

    /** Evaluates with the captures that {@code backreferences} holds. */
    public String value(ExpressionContext context, Backreferences backreferences) throws ExpressionFailure {
        return word.value(new Evaluation(context, backreferences, varies));
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
