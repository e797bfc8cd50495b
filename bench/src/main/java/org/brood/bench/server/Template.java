package org.brood.bench.server;

import java.util.Map;

/** A configuration text with {@code @NAME@} where a value belongs. */
record Template(String text) {

    /** Every name in the text must have a value: a forgotten one would be a configuration error far away. */
    String fill(Map<String, ?> values) {
        String filled = text;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            filled = filled.replace("@" + value.getKey() + "@", String.valueOf(value.getValue()));
        }
        if (filled.matches("(?s).*@[A-Z_]+@.*")) {
            throw new IllegalStateException("a name has no value in:\n" + filled);
        }
        return filled;
    }
}
