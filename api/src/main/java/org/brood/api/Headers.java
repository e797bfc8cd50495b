package org.brood.api;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order in which they were put in; names compare without case and keep the case they came with. Works
 * as httpd's tables do, since the order shows on the wire.
 */
public interface Headers {

    /** The first value, or null. */
    @Nullable
    String get(String name);

    List<String> all(String name);

    /** All values joined by {@code ", "} as httpd's merged tables show them, or null. */
    @Nullable
    String merged(String name);

    boolean contains(String name);

    /** Puts the value where the first field of this name stood and removes the others; appends when there was none. */
    void set(String name, String value);

    /** Appends a further field. */
    void add(String name, String value);

    /** Appends to the value of the first field of this name with {@code ", "}; appends a field when there was none. */
    void merge(String name, String value);

    void remove(String name);

    void clear();

    boolean isEmpty();

    void forEach(BiConsumer<String, String> action);
}
