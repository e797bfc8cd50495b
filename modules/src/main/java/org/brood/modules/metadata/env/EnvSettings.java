package org.brood.modules.metadata.env;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.brood.conf.SettingsKey;

/** What SetEnv and PassEnv gave and UnsetEnv took, in order. */
record EnvSettings(Map<String, String> variables, Set<String> removed) {
    static final SettingsKey<EnvSettings> KEY =
            SettingsKey.directory("env", new EnvSettings(Map.of(), Set.of()), EnvSettings::overlay);

    EnvSettings with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(variables);
        changed.put(name, value);
        return new EnvSettings(changed, removed);
    }

    EnvSettings without(String name) {
        Set<String> changed = new LinkedHashSet<>(removed);
        changed.add(name);
        Map<String, String> kept = new LinkedHashMap<>(variables);
        kept.remove(name);
        return new EnvSettings(kept, changed);
    }

    private static EnvSettings overlay(EnvSettings outer, EnvSettings inner) {
        Map<String, String> merged = new LinkedHashMap<>(outer.variables);
        merged.keySet().removeAll(inner.removed);
        merged.putAll(inner.variables);
        Set<String> removed = new LinkedHashSet<>(outer.removed);
        removed.addAll(inner.removed);
        return new EnvSettings(merged, removed);
    }
}
