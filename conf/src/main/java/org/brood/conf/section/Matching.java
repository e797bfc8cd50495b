package org.brood.conf.section;

import java.util.Locale;
import java.util.regex.MatchResult;
import org.brood.conf.match.Pcre;
import org.brood.conf.match.Wildcard;

/** How a section's argument is held against a name or a path. */
sealed interface Matching {

    boolean matches(String text, NamedCaptures captures);

    /** The text itself. */
    record Exactly(String name) implements Matching {
        @Override
        public boolean matches(String text, NamedCaptures captures) {
            return name.equals(text);
        }
    }

    /** The text itself or what lies below it as a path. */
    record AtOrBelow(String path) implements Matching {
        @Override
        public boolean matches(String text, NamedCaptures captures) {
            int length = path.length();
            return text.startsWith(path)
                    && (length == 0
                            || text.length() == length
                            || path.charAt(length - 1) == '/'
                            || text.charAt(length) == '/');
        }
    }

    record ByWildcard(Wildcard wildcard) implements Matching {
        @Override
        public boolean matches(String text, NamedCaptures captures) {
            return wildcard.matches(text);
        }
    }

    record ByRegex(Pcre pattern) implements Matching {
        @Override
        public boolean matches(String text, NamedCaptures captures) {
            MatchResult match = pattern.find(text);
            if (match == null) {
                return false;
            }
            for (Pcre.Group group : pattern.groups()) {
                String value = match.group(group.number());
                if (value != null) {
                    captures.set("MATCH_" + group.name().toUpperCase(Locale.ROOT), value);
                }
            }
            return true;
        }
    }
}
