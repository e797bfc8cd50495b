package org.brood.modules.filters.deflate;

import org.jspecify.annotations.Nullable;

/** Reads Accept-Encoding as mod_deflate does: only {@code gzip} by name counts, with any weight but 0. */
final class AcceptEncoding {
    private static final String NEVER = "q=0.000";

    private AcceptEncoding() {}

    static boolean gzip(@Nullable String field) {
        if (field == null) {
            return false;
        }
        for (String coding : field.split(",", -1)) {
            String[] words = coding.split(";", -1);
            if (words[0].strip().equalsIgnoreCase("gzip")) {
                String weight = words.length > 1 ? words[1].strip() : "";
                return weight.length() < 3 || !NEVER.startsWith(weight);
            }
        }
        return false;
    }
}
