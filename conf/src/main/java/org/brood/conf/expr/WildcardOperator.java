package org.brood.conf.expr;

import org.brood.conf.match.Wildcard;

/** {@code -strmatch}, {@code -strcmatch}, {@code -fnmatch}. */
enum WildcardOperator {
    STRMATCH,
    STRCMATCH,
    FNMATCH;

    Wildcard wildcard(String pattern) {
        return switch (this) {
            case STRMATCH -> Wildcard.of(pattern);
            case STRCMATCH -> Wildcard.of(pattern).caseBlind();
            case FNMATCH -> Wildcard.ofPath(pattern);
        };
    }
}
