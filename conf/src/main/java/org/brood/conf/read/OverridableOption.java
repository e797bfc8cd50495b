package org.brood.conf.read;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of {@code Options} as AllowOverride and {@code .htaccess} see them. */
public enum OverridableOption {
    INDEXES,
    INCLUDES,
    INCLUDES_WITH_EXEC,
    FOLLOW_SYM_LINKS,
    EXEC_CGI,
    SYM_LINKS_IF_OWNER_MATCH,
    MULTI_VIEWS;

    /** {@code Options All}: neither MultiViews nor SymLinksIfOwnerMatch. */
    static final Set<OverridableOption> ALL = Set.copyOf(EnumSet.range(INDEXES, EXEC_CGI));

    /** What a word means; null if it is no option. */
    static @Nullable Set<OverridableOption> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "indexes" -> Set.of(INDEXES);
            case "includes" -> Set.of(INCLUDES, INCLUDES_WITH_EXEC);
            case "includesnoexec" -> Set.of(INCLUDES);
            case "followsymlinks" -> Set.of(FOLLOW_SYM_LINKS);
            case "symlinksifownermatch" -> Set.of(SYM_LINKS_IF_OWNER_MATCH);
            case "execcgi" -> Set.of(EXEC_CGI);
            case "multiviews" -> Set.of(MULTI_VIEWS);
            case "runscripts" -> Set.of(MULTI_VIEWS, EXEC_CGI);
            case "none" -> Set.of();
            case "all" -> ALL;
            default -> null;
        };
    }
}
