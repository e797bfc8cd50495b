package org.brood.modules.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.brood.api.Attributes;
import org.brood.api.Headers;
import org.jspecify.annotations.Nullable;

/** Header fields in a list. */
public final class TestFields implements Headers {
    private final List<String[]> fields = new ArrayList<>();

    /** Attributes in the same kind of list. */
    public static final class Names implements Attributes {
        private final TestFields fields = new TestFields();

        @Override
        public @Nullable String get(String name) {
            return fields.get(name);
        }

        @Override
        public void set(String name, String value) {
            fields.set(name, value);
        }

        @Override
        public void remove(String name) {
            fields.remove(name);
        }

        @Override
        public void forEach(BiConsumer<String, String> action) {
            fields.forEach(action);
        }
    }

    @Override
    public @Nullable String get(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    @Override
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field[0].equalsIgnoreCase(name))
                .map(field -> field[1])
                .toList();
    }

    @Override
    public @Nullable String merged(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : String.join(", ", all);
    }

    @Override
    public boolean contains(String name) {
        return !all(name).isEmpty();
    }

    @Override
    public void set(String name, String value) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i)[0].equalsIgnoreCase(name)) {
                fields.get(i)[1] = value;
                int keep = i;
                for (int j = fields.size() - 1; j > keep; j--) {
                    if (fields.get(j)[0].equalsIgnoreCase(name)) {
                        fields.remove(j);
                    }
                }
                return;
            }
        }
        add(name, value);
    }

    @Override
    public void add(String name, String value) {
        fields.add(new String[] {name, value});
    }

    @Override
    public void merge(String name, String value) {
        for (String[] field : fields) {
            if (field[0].equalsIgnoreCase(name)) {
                field[1] += ", " + value;
                return;
            }
        }
        add(name, value);
    }

    @Override
    public void remove(String name) {
        fields.removeIf(field -> field[0].equalsIgnoreCase(name));
    }

    @Override
    public void clear() {
        fields.clear();
    }

    @Override
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    @Override
    public void forEach(BiConsumer<String, String> action) {
        List.copyOf(fields).forEach(field -> action.accept(field[0], field[1]));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
