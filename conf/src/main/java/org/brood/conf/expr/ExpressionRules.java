package org.brood.conf.expr;

import org.brood.conf.DirectiveUse;
import org.brood.conf.Place;

/**
 * How an expression is to be read.
 *
 * @param files what its author may ask about files
 * @param sslComparison whether longer texts are greater: SSLRequire
 * @param varies whether request headers it asks for are added to Vary
 */
public record ExpressionRules(
        ExpressionVocabulary vocabulary, FileAccess files, boolean sslComparison, boolean varies) {

    /** The server's own files. */
    public static final ExpressionRules STANDARD =
            new ExpressionRules(ExpressionVocabulary.STANDARD, FileAccess.FULL, false, true);

    /** The rules where a directive stands. */
    public static ExpressionRules of(DirectiveUse use) {
        ExpressionVocabulary names = use.settings(ExpressionVocabulary.KEY);
        FileAccess files = use.place() == Place.HTACCESS ? FileAccess.TESTS : FileAccess.FULL;
        return new ExpressionRules(names, files, false, true);
    }

    public ExpressionRules with(FileAccess access) {
        return new ExpressionRules(vocabulary, access, sslComparison, varies);
    }

    public ExpressionRules withoutVary() {
        return new ExpressionRules(vocabulary, files, sslComparison, false);
    }

    public ExpressionRules with(ExpressionVocabulary names) {
        return new ExpressionRules(names, files, sslComparison, varies);
    }

    public ExpressionRules comparingLikeSsl() {
        return new ExpressionRules(vocabulary, files, true, varies);
    }
}
