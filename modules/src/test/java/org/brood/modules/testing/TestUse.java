package org.brood.modules.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.brood.conf.DirectiveUse;
import org.brood.conf.Place;
import org.brood.conf.SettingsKey;
import org.brood.conf.SourceLine;
import org.jspecify.annotations.Nullable;

/** A directive while a {@link Site} applies it. */
record TestUse(
        Site site,
        String name,
        List<String> arguments,
        int line,
        @Nullable String enclosingName,
        @Nullable String enclosingPath)
        implements DirectiveUse {

    @Override
    public SourceLine source() {
        return new SourceLine("/etc/httpd.conf", line);
    }

    @Override
    public Place place() {
        return enclosingName == null ? Place.SERVER : Place.DIRECTORY;
    }

    @Override
    public Path serverRelative(String file) {
        return site.serverRoot().resolve(file);
    }

    @Override
    public <T> void update(SettingsKey<T> key, UnaryOperator<T> change) {
        site.update(key, change);
    }

    @Override
    public <T> T settings(SettingsKey<T> key) {
        return key.kind() == SettingsKey.Kind.SERVER
                ? site.settings().get(key)
                : site.directory().get(key);
    }

    @Override
    public void warn(String messageId, String text) {
        site.warnings.add(messageId + ": " + text);
    }
}
