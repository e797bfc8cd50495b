package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import java.util.Locale;
import org.brood.api.Exchange;
import org.brood.modules.text.Escapes;
import org.brood.modules.text.UrlText;
import org.jspecify.annotations.Nullable;

/** RewriteMap: from keys to values. Any number of threads. */
@FunctionalInterface
interface RewriteMap {

    /** @return null when the map has no value for the key */
    @Nullable
    String lookup(Exchange exchange, String key) throws IOException;

    /** One of {@code int:}; null when there is none of that name. */
    static @Nullable RewriteMap internal(String name) {
        return switch (name) {
            case "toupper" -> (exchange, key) -> key.toUpperCase(Locale.ROOT);
            case "tolower" -> (exchange, key) -> key.toLowerCase(Locale.ROOT);
            case "escape" -> (exchange, key) -> Escapes.path(key);
            case "unescape" ->
                (exchange, key) -> {
                    String decoded = UrlText.decoded(key);
                    return decoded == null ? key : decoded;
                };
            default -> null;
        };
    }
}
