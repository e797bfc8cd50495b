package org.brood.mpm.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.Place;
import org.brood.conf.Settings;
import org.brood.conf.SettingsKey;
import org.brood.conf.SourceLine;
import org.jspecify.annotations.Nullable;

/** Applies lines of a configuration to an MPM's directives, as the reader does. */
final class SettingsOfTest {
    final List<String> warnings = new ArrayList<>();
    private final List<DirectiveSpec> specs;
    private Settings settings = Settings.EMPTY;

    SettingsOfTest(List<DirectiveSpec> specs) {
        this.specs = specs;
    }

    /** @param lines {@code Name value} */
    Settings apply(String... lines) throws ConfigurationException {
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            DirectiveSpec spec = specs.stream()
                    .filter(s -> s.name().equals(words[0]))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no directive " + words[0]));
            spec.action().apply(new Use(words[0], List.of(words[1])));
        }
        return settings;
    }

    private final class Use implements DirectiveUse {
        private final String name;
        private final List<String> arguments;

        Use(String name, List<String> arguments) {
            this.name = name;
            this.arguments = arguments;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> arguments() {
            return arguments;
        }

        @Override
        public SourceLine source() {
            return new SourceLine("test.conf", 1);
        }

        @Override
        public Place place() {
            return Place.SERVER;
        }

        @Override
        public @Nullable String enclosingPath() {
            return null;
        }

        @Override
        public @Nullable String enclosingName() {
            return null;
        }

        @Override
        public List<String> containers() {
            return List.of();
        }

        @Override
        public Path serverRelative(String file) {
            return Path.of(file);
        }

        @Override
        public <T> void update(SettingsKey<T> key, UnaryOperator<T> change) {
            settings = settings.update(key, change);
        }

        @Override
        public <T> T settings(SettingsKey<T> key) {
            return settings.get(key);
        }

        @Override
        public void warn(String messageId, String text) {
            warnings.add(messageId + ": " + text);
        }

        @Override
        public void inform(String messageId, String text) {
            warnings.add(messageId + ": " + text);
        }
    }
}
