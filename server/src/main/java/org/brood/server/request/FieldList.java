package org.brood.server.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.brood.api.Headers;
import org.jspecify.annotations.Nullable;

/** Header fields in order, as httpd's tables keep them. One owner thread. */
public final class FieldList implements Headers {
    private final List<String> names = new ArrayList<>(8);
    private final List<String> values = new ArrayList<>(8);

    public FieldList() {}

    public FieldList copy() {
        FieldList copy = new FieldList();
        copy.names.addAll(names);
        copy.values.addAll(values);
        return copy;
    }

    private int indexOf(String name, int from) {
        for (int i = from; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable String get(String name) {
        int at = indexOf(name, 0);
        return at < 0 ? null : values.get(at);
    }

    @Override
    public List<String> all(String name) {
        List<String> found = new ArrayList<>(2);
        for (int at = indexOf(name, 0); at >= 0; at = indexOf(name, at + 1)) {
            found.add(values.get(at));
        }
        return found;
    }

    @Override
    public @Nullable String merged(String name) {
        List<String> found = all(name);
        return found.isEmpty() ? null : String.join(", ", found);
    }

    @Override
    public boolean contains(String name) {
        return indexOf(name, 0) >= 0;
    }

    @Override
    public void set(String name, String value) {
        int at = indexOf(name, 0);
        if (at < 0) {
            add(name, value);
            return;
        }
        names.set(at, name);
        values.set(at, value);
        removeFrom(name, at + 1);
    }

    @Override
    public void add(String name, String value) {
        names.add(name);
        values.add(value);
    }

    @Override
    public void merge(String name, String value) {
        int at = indexOf(name, 0);
        if (at < 0) {
            add(name, value);
        } else {
            values.set(at, values.get(at) + ", " + value);
        }
    }

    @Override
    public void remove(String name) {
        removeFrom(name, 0);
    }

    private void removeFrom(String name, int from) {
        for (int at = indexOf(name, from); at >= 0; at = indexOf(name, at)) {
            names.remove(at);
            values.remove(at);
        }
    }

    @Override
    public void clear() {
        names.clear();
        values.clear();
    }

    @Override
    public boolean isEmpty() {
        return names.isEmpty();
    }

    @Override
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < names.size(); i++) {
            action.accept(names.get(i), values.get(i));
        }
    }

    /** These fields over the others: ours first, then those of {@code under} that we do not name (apr_table_overlap's view). */
    public FieldList over(FieldList under) {
        FieldList result = copy();
        for (int i = 0; i < under.names.size(); i++) {
            result.add(under.names.get(i), under.values.get(i));
        }
        return result;
    }
}
