package org.brood.modules.generators.autoindex;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of IndexOptions that are on or off. */
enum IndexOption {
    FANCY_INDEXING,
    FOLDERS_FIRST,
    HTML_TABLE,
    ICONS_ARE_LINKS,
    IGNORE_CASE,
    IGNORE_CLIENT,
    SCAN_HTML_TITLES,
    SUPPRESS_COLUMN_SORTING,
    SUPPRESS_DESCRIPTION,
    SUPPRESS_HTML_PREAMBLE,
    SUPPRESS_ICON,
    SUPPRESS_LAST_MODIFIED,
    SUPPRESS_SIZE,
    SUPPRESS_RULES,
    TRACK_MODIFIED,
    VERSION_SORT,
    XHTML,
    SHOW_FORBIDDEN,
    ADD_ALT_CLASS;

    static @Nullable IndexOption of(String word) {
        String wanted = word.toUpperCase(Locale.ROOT);
        for (IndexOption option : values()) {
            if (option.name().replace("_", "").equals(wanted)) {
                return option;
            }
        }
        return null;
    }
}
