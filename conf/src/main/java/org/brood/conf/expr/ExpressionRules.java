package org.brood.conf.expr;

import org.brood.conf.DirectiveUse;
import org.brood.conf.Place;

/**
 * How an expression is to be read.
 *
 * @param restricted whether its author may not look at files: {@code .htaccess}
 * @param sslComparison whether longer texts are greater: SSLRequire
 * @param varies whether request headers it asks for are added to Vary
 */
public record ExpressionRules(
        ExpressionVocabulary vocabulary, boolean restricted, boolean sslComparison, boolean varies) {

    /** The server's own files. */
    public static final ExpressionRules STANDARD =
            new ExpressionRules(ExpressionVocabulary.STANDARD, false, false, true);

    /** The rules where a directive stands: file operators are restricted in {@code .htaccess}. */
    public static ExpressionRules of(DirectiveUse use) {
        ExpressionVocabulary names = use.settings(ExpressionVocabulary.KEY);
        return new ExpressionRules(names, use.place() == Place.HTACCESS, false, true);
    }

    public ExpressionRules inHtaccess() {
        return new ExpressionRules(vocabulary, true, sslComparison, varies);
    }

    public ExpressionRules withoutVary() {
        return new ExpressionRules(vocabulary, restricted, sslComparison, false);
    }

    public ExpressionRules with(ExpressionVocabulary names) {
        return new ExpressionRules(names, restricted, sslComparison, varies);
    }

    public ExpressionRules comparingLikeSsl() {
        return new ExpressionRules(vocabulary, restricted, true, varies);
    }
}
