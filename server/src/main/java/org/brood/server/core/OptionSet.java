package org.brood.server.core;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.brood.api.Option;
import org.brood.conf.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The Options directive: a set that replaces what is around it, or words with + and - that change it.
 *
 * @param absolute whether it replaces
 * @param options what is set; without {@code absolute} only until merged
 * @param added what + adds
 * @param removed what - takes away
 */
public record OptionSet(boolean absolute, Set<Option> options, Set<Option> added, Set<Option> removed) {
    /** FollowSymLinks, as it is without the directive. */
    public static final OptionSet STANDARD =
            new OptionSet(false, EnumSet.of(Option.FOLLOW_SYM_LINKS), Set.of(), Set.of());

    private static final OptionSet NOTHING_SAID = new OptionSet(false, Set.of(), Set.of(), Set.of());

    public OptionSet {
        options = Set.copyOf(options);
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }

    /** This set with {@code inner} said inside it. */
    public OptionSet overlay(OptionSet inner) {
        if (inner.absolute) {
            return inner;
        }
        Set<Option> now = copy(options);
        now.removeAll(inner.removed);
        now.addAll(inner.added);
        return new OptionSet(
                absolute, now, plus(added, inner.added, inner.removed), plus(removed, inner.removed, inner.added));
    }

    private static Set<Option> copy(Set<Option> some) {
        Set<Option> copy = EnumSet.noneOf(Option.class);
        copy.addAll(some);
        return copy;
    }

    private static Set<Option> plus(Set<Option> one, Set<Option> more, Set<Option> less) {
        Set<Option> all = copy(one);
        all.removeAll(less);
        all.addAll(more);
        return all;
    }

    /** What the words of one directive say. */
    static OptionSet parse(Iterable<String> words) throws ConfigurationException {
        OptionSet result = NOTHING_SAID;
        boolean first = true;
        for (String word : words) {
            char sign = word.charAt(0);
            boolean relative = sign == '+' || sign == '-';
            if (!first && relative == result.absolute) {
                throw new ConfigurationException(null, "Either all Options must start with + or -, or no Option may.");
            }
            result = result.with(relative ? sign : ' ', of(relative ? word.substring(1) : word));
            first = false;
        }
        return result;
    }

    private OptionSet with(char sign, Set<Option> some) {
        return switch (sign) {
            case '+' -> new OptionSet(absolute, options, plus(added, some, Set.of()), plus(removed, Set.of(), some));
            case '-' -> new OptionSet(absolute, options, plus(added, Set.of(), some), plus(removed, some, Set.of()));
            default ->
                new OptionSet(true, some.isEmpty() ? Set.of() : plus(options, some, Set.of()), Set.of(), Set.of());
        };
    }

    private static Set<Option> of(String word) throws ConfigurationException {
        @Nullable
        Set<Option> found = switch (word.toLowerCase(Locale.ROOT)) {
            case "none" -> Set.of();
            case "all" -> Set.of(Option.INDEXES, Option.INCLUDES, Option.FOLLOW_SYM_LINKS, Option.EXEC_CGI);
            case "indexes" -> Set.of(Option.INDEXES);
            case "includes" -> Set.of(Option.INCLUDES);
            case "includesnoexec" -> Set.of(Option.INCLUDES, Option.INCLUDES_NO_EXEC);
            case "followsymlinks" -> Set.of(Option.FOLLOW_SYM_LINKS);
            case "symlinksifownermatch" -> Set.of(Option.SYM_LINKS_IF_OWNER_MATCH);
            case "execcgi" -> Set.of(Option.EXEC_CGI);
            case "multiviews" -> Set.of(Option.MULTI_VIEWS);
            default -> null;
        };
        if (found == null) {
            throw new ConfigurationException(null, "Illegal option " + word);
        }
        return found;
    }

    public boolean allows(Option option) {
        return options.contains(option);
    }
}
