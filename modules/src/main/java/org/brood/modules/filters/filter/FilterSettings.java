package org.brood.modules.filters.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brood.conf.SettingsKey;

/**
 * What mod_filter knows at one place.
 *
 * @param filters those that were declared, by name; the name of an inner place hides the outer one's
 * @param resets whether {@code chain} stands for itself (FilterChain with {@code !} or {@code =})
 * @param chain names of filters in the order in which content passes them
 */
record FilterSettings(Map<String, SmartFilter> filters, boolean resets, List<String> chain) {
    static final SettingsKey<FilterSettings> KEY =
            SettingsKey.directory("filter", new FilterSettings(Map.of(), false, List.of()), FilterSettings::overlay);

    FilterSettings with(String name, SmartFilter filter) {
        Map<String, SmartFilter> changed = new HashMap<>(filters);
        changed.put(name, filter);
        return new FilterSettings(Map.copyOf(changed), resets, chain);
    }

    /** One word of FilterChain: {@code +name}, {@code @name}, {@code -name}, {@code =name}, {@code !} or {@code name}. */
    FilterSettings chained(String word) {
        List<String> changed = new ArrayList<>(chain);
        String name = word.substring(Math.min(1, word.length()));
        switch (word.isEmpty() ? ' ' : word.charAt(0)) {
            case '+' -> changed.add(name);
            case '@' -> changed.addFirst(name);
            case '-' -> changed.removeIf(name::equalsIgnoreCase);
            case '!' -> {
                return new FilterSettings(filters, true, List.of());
            }
            case '=' -> {
                return new FilterSettings(filters, true, List.of(name));
            }
            default -> changed.add(word);
        }
        return new FilterSettings(filters, resets, List.copyOf(changed));
    }

    private static FilterSettings overlay(FilterSettings outer, FilterSettings inner) {
        Map<String, SmartFilter> filters = new HashMap<>(outer.filters);
        filters.putAll(inner.filters);
        List<String> chain = new ArrayList<>();
        if (!inner.resets) {
            chain.addAll(outer.chain);
        }
        chain.addAll(inner.chain);
        return new FilterSettings(Map.copyOf(filters), outer.resets || inner.resets, List.copyOf(chain));
    }
}
