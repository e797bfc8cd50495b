package org.brood.modules.http.mime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * What mod_mime knows at one place. Extensions are in lower case and without the dot. A {@link Removal} takes effect when
 * the place is laid over an outer one: what is added again at the same place is removed as well, as in httpd.
 *
 * @param extensions facts by extension; an empty type says that TypesConfig's is not wanted either (RemoveType)
 */
record MimeSettings(
        Map<String, Map<Fact, String>> extensions,
        List<Removal> removals,
        @Nullable String defaultLanguage,
        Set<Match> multiviews,
        @Nullable Boolean usePathInfo) {

    static final SettingsKey<MimeSettings> KEY = SettingsKey.directory(
            "mime", new MimeSettings(Map.of(), List.of(), null, Set.of(), null), MimeSettings::overlay);

    record Removal(String extension, Fact fact) {}

    /** The words of MultiviewsMatch. */
    enum Match {
        ANY,
        NEGOTIATED_ONLY,
        HANDLERS,
        FILTERS
    }

    MimeSettings with(String extension, Fact fact, String value) {
        Map<String, Map<Fact, String>> changed = new HashMap<>(extensions);
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.putAll(extensions.getOrDefault(extension, Map.of()));
        facts.put(fact, value);
        changed.put(extension, facts);
        return new MimeSettings(changed, removals, defaultLanguage, multiviews, usePathInfo);
    }

    MimeSettings without(String extension, Fact fact) {
        List<Removal> changed = new ArrayList<>(removals);
        changed.add(new Removal(extension, fact));
        return new MimeSettings(extensions, changed, defaultLanguage, multiviews, usePathInfo);
    }

    MimeSettings withDefaultLanguage(String language) {
        return new MimeSettings(extensions, removals, language, multiviews, usePathInfo);
    }

    MimeSettings withMultiviews(Match word) {
        Set<Match> changed = EnumSet.of(word);
        changed.addAll(multiviews);
        return new MimeSettings(extensions, removals, defaultLanguage, changed, usePathInfo);
    }

    MimeSettings withPathInfo(boolean use) {
        return new MimeSettings(extensions, removals, defaultLanguage, multiviews, use);
    }

    private static MimeSettings overlay(MimeSettings outer, MimeSettings inner) {
        return new MimeSettings(
                mergedExtensions(outer, inner),
                List.of(),
                inner.defaultLanguage == null ? outer.defaultLanguage : inner.defaultLanguage,
                inner.multiviews.isEmpty() ? outer.multiviews : inner.multiviews,
                inner.usePathInfo == null ? outer.usePathInfo : inner.usePathInfo);
    }

    private static Map<String, Map<Fact, String>> mergedExtensions(MimeSettings outer, MimeSettings inner) {
        if (inner.extensions.isEmpty() && inner.removals.isEmpty()) {
            return outer.extensions;
        }
        Map<String, Map<Fact, String>> merged = new HashMap<>(outer.extensions);
        inner.extensions.forEach((extension, facts) -> {
            Map<Fact, String> all = new EnumMap<>(Fact.class);
            all.putAll(outer.extensions.getOrDefault(extension, Map.of()));
            all.putAll(facts);
            merged.put(extension, all);
        });
        for (Removal removal : inner.removals) {
            Map<Fact, String> facts = merged.get(removal.extension());
            if (facts != null && facts.containsKey(removal.fact())) {
                Map<Fact, String> fewer = new EnumMap<>(facts);
                fewer.remove(removal.fact());
                merged.put(removal.extension(), fewer);
            }
        }
        return merged;
    }
}
