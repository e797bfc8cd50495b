package org.brood.modules.mappers.dir;

import java.util.List;
import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * What mod_dir knows at one place; null is what nobody mentioned.
 *
 * @param indexRedirect the status of a redirect to the index; 0 answers with the index itself
 */
record DirSettings(
        @Nullable List<String> indexes,
        @Nullable Boolean slash,
        @Nullable Boolean checkHandler,
        @Nullable Integer indexRedirect,
        @Nullable String fallback) {

    static final SettingsKey<DirSettings> KEY =
            SettingsKey.directory("dir", new DirSettings(null, null, null, null, null), DirSettings::overlay);

    private static final List<String> STANDARD_INDEXES = List.of("index.html");

    List<String> indexNames() {
        return indexes == null ? STANDARD_INDEXES : indexes;
    }

    DirSettings withIndexes(List<String> names) {
        return new DirSettings(names, slash, checkHandler, indexRedirect, fallback);
    }

    DirSettings withSlash(boolean on) {
        return new DirSettings(indexes, on, checkHandler, indexRedirect, fallback);
    }

    DirSettings withCheckHandler(boolean on) {
        return new DirSettings(indexes, slash, on, indexRedirect, fallback);
    }

    DirSettings withIndexRedirect(int status) {
        return new DirSettings(indexes, slash, checkHandler, status, fallback);
    }

    DirSettings withFallback(String uri) {
        return new DirSettings(indexes, slash, checkHandler, indexRedirect, uri);
    }

    private static DirSettings overlay(DirSettings outer, DirSettings inner) {
        return new DirSettings(
                inner.indexes == null ? outer.indexes : inner.indexes,
                inner.slash == null ? outer.slash : inner.slash,
                inner.checkHandler == null ? outer.checkHandler : inner.checkHandler,
                inner.indexRedirect == null ? outer.indexRedirect : inner.indexRedirect,
                inner.fallback == null ? outer.fallback : inner.fallback);
    }
}
