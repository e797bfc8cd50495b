package org.brood.conf;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Settings of all modules at one place, immutable: a key that was never mentioned has its initial value. */
public final class Settings {
    /** Nothing was said. */
    public static final Settings EMPTY = new Settings(new IdentityHashMap<>());

    private final Map<SettingsKey<?>, Object> values;

    private Settings(Map<SettingsKey<?>, Object> values) {
        this.values = values;
    }

    @SuppressWarnings("unchecked") // with() is the only writer and keeps the types together
    public <T> T get(SettingsKey<T> key) {
        Object value = values.get(key);
        return value == null ? key.initial() : (T) value;
    }

    /** Whether a directive mentioned this key here. */
    public boolean mentions(SettingsKey<?> key) {
        return values.containsKey(key);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** A place to collect settings before they become immutable. Belongs to one thread. */
    public static final class Builder {
        private final Map<SettingsKey<?>, Object> values = new IdentityHashMap<>();

        @SuppressWarnings("unchecked") // update() is the only writer and keeps the types together
        public <T> T get(SettingsKey<T> key) {
            Object value = values.get(key);
            return value == null ? key.initial() : (T) value;
        }

        public <T> void update(SettingsKey<T> key, UnaryOperator<T> change) {
            values.put(key, change.apply(get(key)));
        }

        public Settings build() {
            return values.isEmpty() ? EMPTY : new Settings(new IdentityHashMap<>(values));
        }
    }

    public <T> Settings with(SettingsKey<T> key, T value) {
        Map<SettingsKey<?>, Object> copy = new IdentityHashMap<>(values);
        copy.put(key, value);
        return new Settings(copy);
    }

    public <T> Settings update(SettingsKey<T> key, UnaryOperator<T> change) {
        return with(key, change.apply(get(key)));
    }

    /** These settings with {@code inner} laid over them, key by key. */
    public Settings overlaidBy(Settings inner) {
        if (inner.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return inner;
        }
        Map<SettingsKey<?>, Object> merged = new IdentityHashMap<>(values);
        inner.values.forEach((key, value) -> merged.merge(key, value, (outer, over) -> mergeValue(key, outer, over)));
        return new Settings(merged);
    }

    @SuppressWarnings("unchecked") // both values were stored under this key
    private static <T> Object mergeValue(SettingsKey<T> key, Object outer, Object inner) {
        return (Object) key.merge((T) outer, (T) inner);
    }
}
