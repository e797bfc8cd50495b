package org.brood.server.core;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.brood.api.LogLevel;
import org.brood.conf.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * LogLevel: a level for all, and levels for single modules.
 *
 * @param general for modules that are not named
 * @param modules by the short name, {@code ssl} for {@code mod_ssl.c} and {@code ssl_module}
 */
public record LogLevels(LogLevel general, Map<String, LogLevel> modules) {
    public LogLevels {
        modules = Map.copyOf(modules);
    }

    LogLevels overlay(LogLevels inner) {
        return inner;
    }

    public LogLevel of(String module) {
        return modules.getOrDefault(module, general);
    }

    /** @param present whether there is a module of that name */
    LogLevels with(String word, Predicate<String> present) throws ConfigurationException {
        int colon = word.indexOf(':');
        if (colon < 0) {
            return new LogLevels(level(word), Map.of());
        }
        String module = word.substring(0, colon);
        Map<String, LogLevel> all = new HashMap<>(modules);
        all.put(shortName(module), level(word.substring(colon + 1)));
        if (present.test(module) || present.test(module + "_module") || present.test(module + ".c")) {
            return new LogLevels(general, all);
        }
        throw new ConfigurationException(null, "Cannot find module " + module);
    }

    private static String shortName(String module) {
        String name = module.toLowerCase(Locale.ROOT);
        if (name.startsWith("mod_")) {
            name = name.substring(4);
        }
        if (name.endsWith(".c")) {
            name = name.substring(0, name.length() - 2);
        }
        return name.endsWith("_module") ? name.substring(0, name.length() - 7) : name;
    }

    private static LogLevel level(String word) throws ConfigurationException {
        @Nullable LogLevel found = null;
        for (LogLevel level : LogLevel.values()) {
            if (level.word().equalsIgnoreCase(word)) {
                found = level;
            }
        }
        if (found == null) {
            throw new ConfigurationException(
                    null,
                    "Log level keyword must be one of emerg/alert/crit/error/warn/notice/info/debug/trace1/.../trace8");
        }
        return found;
    }
}
