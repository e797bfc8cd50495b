package org.brood.modules.mappers.rewrite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * What was said in one server or at one place. A place keeps its own rules only, unless RewriteOptions says that it inherits.
 *
 * @param engine RewriteEngine; null where it was not mentioned
 * @param options null where they were not mentioned
 * @param pending conditions whose rule has not come yet
 * @param directory of a place, with a slash at its end; empty for a server
 * @param base RewriteBase
 * @param maps by name; of servers only
 */
record RewriteSettings(
        @Nullable Boolean engine,
        @Nullable Set<Option> options,
        List<Rule> rules,
        List<Condition> pending,
        String directory,
        @Nullable String base,
        Map<String, RewriteMap> maps) {
    private static final RewriteSettings UNSET =
            new RewriteSettings(null, null, List.of(), List.of(), "", null, Map.of());

    static final SettingsKey<RewriteSettings> SERVER = SettingsKey.server("rewrite", UNSET, RewriteSettings::overlay);
    static final SettingsKey<RewriteSettings> PLACE =
            SettingsKey.directory("rewrite-directory", UNSET, RewriteSettings::overlay);

    boolean enabled() {
        return Boolean.TRUE.equals(engine);
    }

    boolean has(Option option) {
        return options != null && options.contains(option);
    }

    RewriteSettings withEngine(boolean on) {
        return new RewriteSettings(on, options, rules, pending, directory, base, maps);
    }

    RewriteSettings with(Option option) {
        Set<Option> all = EnumSet.of(option);
        if (options != null) {
            all.addAll(options);
        }
        return new RewriteSettings(engine, Set.copyOf(all), rules, pending, directory, base, maps);
    }

    RewriteSettings with(Condition condition) {
        return new RewriteSettings(
                engine, options, rules, appended(pending, List.of(condition)), directory, base, maps);
    }

    /** The rule has taken the pending conditions. */
    RewriteSettings with(Rule rule) {
        return new RewriteSettings(engine, options, appended(rules, List.of(rule)), List.of(), directory, base, maps);
    }

    RewriteSettings withBase(String url) {
        return new RewriteSettings(engine, options, rules, pending, directory, url, maps);
    }

    RewriteSettings of(String place) {
        return new RewriteSettings(engine, options, rules, pending, place, base, maps);
    }

    RewriteSettings with(String name, RewriteMap map) {
        Map<String, RewriteMap> all = new HashMap<>(maps);
        all.put(name, map);
        return new RewriteSettings(engine, options, rules, pending, directory, base, Map.copyOf(all));
    }

    private static <T> List<T> appended(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static RewriteSettings overlay(RewriteSettings outer, RewriteSettings inner) {
        RewriteSettings options = inner.options == null ? outer : inner;
        boolean mayInherit = !options.has(Option.IGNORE_INHERIT);
        boolean behind = options.has(Option.INHERIT) || mayInherit && outer.has(Option.INHERIT_DOWN);
        boolean before = options.has(Option.INHERIT_BEFORE) || mayInherit && outer.has(Option.INHERIT_DOWN_BEFORE);
        List<Rule> rules = inner.rules;
        Map<String, RewriteMap> maps = inner.maps;
        if (behind || before) {
            rules = behind ? appended(inner.rules, outer.rules) : appended(outer.rules, inner.rules);
            maps = new HashMap<>(outer.maps);
            maps.putAll(inner.maps);
        }
        String base = inner.base == null && options.has(Option.MERGE_BASE) ? outer.base : inner.base;
        return new RewriteSettings(
                inner.engine == null ? outer.engine : inner.engine,
                options.options,
                rules,
                inner.pending,
                inner.directory,
                base,
                Map.copyOf(maps));
    }
}
