package org.brood.modules.generators.autoindex;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/** What mod_autoindex knows at one place. Lists have inner lines first; the first that fits is taken. */
record IndexSettings(
        OptionState options,
        Looks looks,
        List<Label> icons,
        List<Label> alternatives,
        List<Description> descriptions,
        List<Label> ignored,
        boolean ignoreReset,
        @Nullable Order order) {

    static final SettingsKey<IndexSettings> KEY = SettingsKey.directory(
            "autoindex",
            new IndexSettings(OptionState.UNSET, Looks.UNSET, List.of(), List.of(), List.of(), List.of(), false, null),
            IndexSettings::overlay);

    /** The column and the direction of IndexOrderDefault, as the query has them: {@code N M S D}, {@code A D}. */
    record Order(char key, char direction) {}

    IndexSettings withOptions(OptionState changed) {
        return new IndexSettings(changed, looks, icons, alternatives, descriptions, ignored, ignoreReset, order);
    }

    IndexSettings withLooks(Looks changed) {
        return new IndexSettings(options, changed, icons, alternatives, descriptions, ignored, ignoreReset, order);
    }

    IndexSettings withIcon(Label icon) {
        return new IndexSettings(
                options, looks, joined(icons, List.of(icon)), alternatives, descriptions, ignored, ignoreReset, order);
    }

    IndexSettings withAlternative(Label text) {
        List<Label> all = joined(alternatives, List.of(text));
        return new IndexSettings(options, looks, icons, all, descriptions, ignored, ignoreReset, order);
    }

    IndexSettings withDescription(Description description) {
        List<Description> all = joined(descriptions, List.of(description));
        return new IndexSettings(options, looks, icons, alternatives, all, ignored, ignoreReset, order);
    }

    IndexSettings withIgnored(Label name) {
        List<Label> all = joined(ignored, List.of(name));
        return new IndexSettings(options, looks, icons, alternatives, descriptions, all, ignoreReset, order);
    }

    IndexSettings withIgnoreReset(boolean on) {
        return new IndexSettings(options, looks, icons, alternatives, descriptions, ignored, on, order);
    }

    IndexSettings withOrder(Order standard) {
        return new IndexSettings(options, looks, icons, alternatives, descriptions, ignored, ignoreReset, standard);
    }

    private static IndexSettings overlay(IndexSettings outer, IndexSettings inner) {
        return new IndexSettings(
                OptionState.overlay(outer.options, inner.options),
                Looks.overlay(outer.looks, inner.looks),
                joined(inner.icons, outer.icons),
                joined(inner.alternatives, outer.alternatives),
                joined(inner.descriptions, outer.descriptions),
                inner.ignoreReset ? inner.ignored : joined(inner.ignored, outer.ignored),
                false,
                inner.order == null ? outer.order : inner.order);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
