package org.brood.conf.expr;

import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * {@code $0} to {@code $9}: what the last matching regular expression with groups captured. One object lives as long as
 * its caller wants captures to last (a single evaluation, or a whole chain of directives). Belongs to one thread.
 */
public final class Backreferences {
    private @Nullable MatchResult last;

    /** @param match null if a pattern with groups did not match: then nothing is left of earlier ones */
    public void keep(@Nullable MatchResult match) {
        last = match;
    }

    /** The text of a group, empty when there is none. */
    public String group(int number) {
        MatchResult match = last;
        if (match == null || number > match.groupCount()) {
            return "";
        }
        String text = match.group(number);
        return text == null ? "" : text;
    }
}
