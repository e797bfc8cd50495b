package org.brood.server.request;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.brood.api.Attributes;
import org.jspecify.annotations.Nullable;

/** Named texts in order. Names compare without case, as in httpd's tables, and keep the case they were set with. */
public final class AttributeTable implements Attributes {
    private record Entry(String name, String value) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>(4);

    @Override
    public @Nullable String get(String name) {
        Entry entry = entries.get(key(name));
        return entry == null ? null : entry.value;
    }

    @Override
    public void set(String name, String value) {
        entries.put(key(name), new Entry(name, value));
    }

    @Override
    public void remove(String name) {
        entries.remove(key(name));
    }

    @Override
    public void forEach(BiConsumer<String, String> action) {
        entries.values().forEach(entry -> action.accept(entry.name, entry.value));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
