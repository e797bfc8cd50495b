package org.brood.modules.metadata.headers;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.SettingsKey;

/** The edits of a place, outer ones first. */
record HeaderSettings(List<Edit> request, List<Edit> answer, List<Edit> always) {
    static final SettingsKey<HeaderSettings> KEY = SettingsKey.directory(
            "headers", new HeaderSettings(List.of(), List.of(), List.of()), HeaderSettings::overlay);

    /** Which fields a line is about. */
    enum Table {
        REQUEST,
        /** Those of a good answer. */
        ANSWER,
        /** Those that error pages and redirects keep. */
        ALWAYS
    }

    HeaderSettings with(Table table, Edit edit) {
        List<Edit> one = List.of(edit);
        return switch (table) {
            case REQUEST -> new HeaderSettings(joined(request, one), answer, always);
            case ANSWER -> new HeaderSettings(request, joined(answer, one), always);
            case ALWAYS -> new HeaderSettings(request, answer, joined(always, one));
        };
    }

    private static HeaderSettings overlay(HeaderSettings outer, HeaderSettings inner) {
        return new HeaderSettings(
                joined(outer.request, inner.request),
                joined(outer.answer, inner.answer),
                joined(outer.always, inner.always));
    }

    private static List<Edit> joined(List<Edit> first, List<Edit> second) {
        List<Edit> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
