package org.brood.api;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Named texts, in the order in which they were put in; names are case-sensitive on output and compare without case. */
public interface Attributes {

    @Nullable
    String get(String name);

    void set(String name, String value);

    void remove(String name);

    void forEach(BiConsumer<String, String> action);
}
