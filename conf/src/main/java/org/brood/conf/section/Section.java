package org.brood.conf.section;

import org.brood.conf.Settings;
import org.brood.conf.SourceLine;
import org.brood.conf.match.Pcre;
import org.brood.conf.match.Wildcard;

/**
 * A {@code <Directory>}, {@code <Files>} or {@code <Location>} with what was said inside.
 *
 * @param argument as httpd keeps it: a directory ends in a slash
 * @param isRegex whether a regular expression decides, which makes a directory section come last
 * @param settings what was said inside, not merged with anything
 */
public record Section(String argument, Matching matching, boolean isRegex, Settings settings, SourceLine source) {

    static Section regex(Pcre pattern, Settings settings, SourceLine source) {
        return new Section(pattern.source(), new Matching.ByRegex(pattern), true, settings, source);
    }

    /** @param path absolute, with a slash at the end */
    static Section directory(String path, Settings settings, SourceLine source) {
        return named(path, new Matching.Exactly(path), settings, source);
    }

    static Section files(String name, Settings settings, SourceLine source) {
        return named(name, new Matching.Exactly(name), settings, source);
    }

    static Section location(String path, Settings settings, SourceLine source) {
        return named(path, new Matching.AtOrBelow(path), settings, source);
    }

    private static Section named(String argument, Matching literal, Settings settings, SourceLine source) {
        boolean wild = Wildcard.isPattern(argument);
        Matching matching = wild ? new Matching.ByWildcard(Wildcard.ofPath(argument)) : literal;
        return new Section(argument, matching, false, settings, source);
    }

    boolean matches(String text, NamedCaptures captures) {
        return matching.matches(text, captures);
    }

    /** The number of slashes, which sorts directory sections; none for the root, which is always first. */
    int components() {
        if (argument.equals("/")) {
            return 0;
        }
        int slashes = 0;
        for (int i = 0; i < argument.length(); i++) {
            slashes += argument.charAt(i) == '/' ? 1 : 0;
        }
        return slashes;
    }
}
