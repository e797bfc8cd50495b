package org.brood.modules.generators.autoindex;

import java.util.EnumSet;
import java.util.Set;
import org.brood.modules.text.Escapes;
import org.brood.modules.text.UrlText;
import org.jspecify.annotations.Nullable;

/**
 * How a listing is wanted: {@code C=} column, {@code O=} direction, {@code F=} form, {@code V=} version sort, {@code P=}
 * pattern. What cannot be read ends the reading.
 *
 * @param carried what the column links carry on: form, version sort and pattern
 */
record ListingQuery(
        char key,
        char direction,
        Set<IndexOption> options,
        @Nullable String pattern,
        String carried) {

    static ListingQuery read(@Nullable String query, IndexSettings settings) {
        Set<IndexOption> options = settings.options().inForce();
        IndexSettings.Order order = settings.order() == null ? new IndexSettings.Order('N', 'A') : settings.order();
        if (options.contains(IndexOption.IGNORE_CLIENT)) {
            options.add(IndexOption.SUPPRESS_COLUMN_SORTING);
            return new ListingQuery(order.key(), order.direction(), options, null, "");
        }
        Reader reader = new Reader(order, options);
        for (String pair : (query == null ? "" : query).split("[&;]", -1)) {
            if (!reader.read(pair)) {
                break;
            }
        }
        return reader.result();
    }

    /** Collects the pairs of one query. */
    private static final class Reader {
        private final Set<IndexOption> options;
        private char key;
        private char direction;
        private String form = "";
        private String version = "";
        private String patternLink = "";
        private @Nullable String pattern;

        Reader(IndexSettings.Order order, Set<IndexOption> options) {
            this.key = order.key();
            this.direction = order.direction();
            this.options = options.isEmpty() ? EnumSet.noneOf(IndexOption.class) : EnumSet.copyOf(options);
        }

        boolean read(String pair) {
            if (pair.startsWith("P=")) {
                pattern(pair.substring(2));
                return true;
            }
            if (pair.length() != 3 || pair.charAt(1) != '=') {
                return false;
            }
            char value = pair.charAt(2);
            return switch (pair.charAt(0)) {
                case 'C' -> "NMSD".indexOf(value) >= 0 && column(value);
                case 'O' -> "AD".indexOf(value) >= 0 && order(value);
                case 'F' -> "012".indexOf(value) >= 0 && form(value);
                case 'V' -> "01".indexOf(value) >= 0 && version(value);
                default -> false;
            };
        }

        private boolean column(char value) {
            key = value;
            return true;
        }

        private boolean order(char value) {
            direction = value;
            return true;
        }

        private boolean form(char value) {
            set(IndexOption.FANCY_INDEXING, value != '0');
            set(IndexOption.HTML_TABLE, value == '2');
            form = ";F=" + value;
            return true;
        }

        private boolean version(char value) {
            set(IndexOption.VERSION_SORT, value == '1');
            version = ";V=" + value;
            return true;
        }

        private void set(IndexOption option, boolean on) {
            if (on) {
                options.add(option);
            } else {
                options.remove(option);
            }
        }

        private void pattern(String value) {
            pattern = value.isEmpty() ? null : UrlText.decoded(value);
            if (pattern != null) {
                patternLink = ";P=" + Escapes.relativePath(pattern);
            }
        }

        ListingQuery result() {
            return new ListingQuery(key, direction, options, pattern, form + version + patternLink);
        }
    }
}
