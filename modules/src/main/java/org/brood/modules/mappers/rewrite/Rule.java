package org.brood.modules.mappers.rewrite;

import java.util.List;
import java.util.Set;
import org.brood.conf.match.Pcre;
import org.jspecify.annotations.Nullable;

/**
 * One RewriteRule with the conditions in front of it.
 *
 * @param negated whether the pattern must not be found
 * @param status of a redirect, or of the end
 * @param environment the texts of E flags, not expanded
 * @param escapes characters that the B flag escapes; null for all
 * @param noEscapes characters that it never escapes
 */
record Rule(
        Pcre pattern,
        boolean negated,
        String output,
        Set<Flag> flags,
        int status,
        List<String> environment,
        List<String> cookies,
        @Nullable String type,
        @Nullable String handler,
        int skip,
        int mostRounds,
        @Nullable String escapes,
        @Nullable String noEscapes,
        List<Condition> conditions) {

    Rule {
        flags = Set.copyOf(flags);
        environment = List.copyOf(environment);
        cookies = List.copyOf(cookies);
        conditions = List.copyOf(conditions);
    }

    boolean is(Flag flag) {
        return flags.contains(flag);
    }
}
