package org.brood.modules.filters.deflate;

import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * What was said of compression in one virtual host. As in httpd a virtual host that says anything says all: nothing is merged.
 *
 * @param level 1 to 9, -1 for zlib's own choice
 * @param bufferSize bytes that are compressed before they are passed on
 */
record DeflateSettings(
        int level,
        int bufferSize,
        TagChange tagChange,
        @Nullable String ratioNote,
        @Nullable String inputNote,
        @Nullable String outputNote) {

    /** DeflateAlterETag: what becomes of the entity tag of a compressed answer. */
    enum TagChange {
        ADD_SUFFIX,
        NO_CHANGE,
        REMOVE
    }

    static final DeflateSettings UNSET = new DeflateSettings(-1, 8096, TagChange.ADD_SUFFIX, null, null, null);

    static final SettingsKey<DeflateSettings> KEY =
            SettingsKey.server("deflate", UNSET, (outer, inner) -> inner.equals(UNSET) ? outer : inner);

    DeflateSettings withLevel(int value) {
        return new DeflateSettings(value, bufferSize, tagChange, ratioNote, inputNote, outputNote);
    }

    DeflateSettings withBufferSize(int value) {
        return new DeflateSettings(level, value, tagChange, ratioNote, inputNote, outputNote);
    }

    DeflateSettings withTagChange(TagChange value) {
        return new DeflateSettings(level, bufferSize, value, ratioNote, inputNote, outputNote);
    }

    DeflateSettings withRatioNote(String note) {
        return new DeflateSettings(level, bufferSize, tagChange, note, inputNote, outputNote);
    }

    DeflateSettings withInputNote(String note) {
        return new DeflateSettings(level, bufferSize, tagChange, ratioNote, note, outputNote);
    }

    DeflateSettings withOutputNote(String note) {
        return new DeflateSettings(level, bufferSize, tagChange, ratioNote, inputNote, note);
    }
}
