package org.brood.modules.mappers.rewrite;

import java.util.Locale;
import org.brood.conf.ConfigurationException;

/** The words of RewriteOptions. */
enum Option {
    INHERIT,
    INHERIT_BEFORE,
    INHERIT_DOWN,
    INHERIT_DOWN_BEFORE,
    IGNORE_INHERIT,
    ALLOW_NO_SLASH,
    ALLOW_ANY_URI,
    MERGE_BASE,
    IGNORE_CONTEXT_INFO,
    LEGACY_PREFIX_DOC_ROOT,
    UNSAFE_PREFIX_STAT;

    static Option of(String word) throws ConfigurationException {
        for (Option option : values()) {
            if (option.name().replace("_", "").equals(word.toUpperCase(Locale.ROOT))) {
                return option;
            }
        }
        throw new ConfigurationException(null, "RewriteOptions: unknown option '" + word + "'");
    }
}
