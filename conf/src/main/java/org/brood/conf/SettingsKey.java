package org.brood.conf;

import java.util.function.BinaryOperator;

/**
 * The name of one module's settings of one kind. Its value is an immutable record; directives replace it by an updated
 * copy, and sections are laid over each other by {@link #merge}.
 *
 * <p>Keys are compared by identity: a module keeps its keys in static final fields.
 *
 * @param <T> the record that holds the settings
 */
public final class SettingsKey<T> {

    /** What a value belongs to. */
    public enum Kind {
        /** A virtual host or the main server: httpd's per-server configuration. */
        SERVER,
        /** A place that a request may map to: httpd's per-directory configuration. */
        DIRECTORY
    }

    private final String name;
    private final Kind kind;
    private final T initial;
    private final BinaryOperator<T> merge;

    private SettingsKey(String name, Kind kind, T initial, BinaryOperator<T> merge) {
        this.name = name;
        this.kind = kind;
        this.initial = initial;
        this.merge = merge;
    }

    /**
     * @param initial what holds where nothing was said
     * @param merge outer settings, then the inner ones that go over them
     */
    public static <T> SettingsKey<T> server(String name, T initial, BinaryOperator<T> merge) {
        return new SettingsKey<>(name, Kind.SERVER, initial, merge);
    }

    /** The same for settings per directory. */
    public static <T> SettingsKey<T> directory(String name, T initial, BinaryOperator<T> merge) {
        return new SettingsKey<>(name, Kind.DIRECTORY, initial, merge);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public T initial() {
        return initial;
    }

    public T merge(T outer, T inner) {
        return merge.apply(outer, inner);
    }

    @Override
    public String toString() {
        return name;
    }
}
