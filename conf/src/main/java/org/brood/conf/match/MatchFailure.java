package org.brood.conf.match;

/**
 * A pattern could not be tried to the end: alternatives repeated over a text of thousands of characters need more stack than
 * the thread has. The request must fail then; taken for "does not match" it could slip past a section that protects it.
 */
public final class MatchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MatchFailure(String pattern, int length) {
        super("regular expression " + pattern + " needs too much stack for " + length
                + " characters; write alternatives of single characters as a class, [ab]* for (a|b)*");
    }
}
