package org.brood.conf.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The names that {@code -D}, {@code Define} and {@code UnDefine} know, and what {@code ${NAME}} becomes: the value of a
 * defined variable, else of the environment, else the text as it stands with warning AH00111.
 *
 * <p>Changes while a configuration is read; belongs to the reading thread.
 */
public final class Defines {
    private final List<String> names = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> environment;

    public Defines(Collection<String> names, Map<String, String> environment) {
        this.names.addAll(names);
        this.environment = environment;
    }

    /** @param value null for a name that is only defined, as by {@code -D} */
    public void define(String name, @Nullable String value) {
        if (!names.contains(name)) {
            names.add(name);
        }
        if (value != null) {
            values.put(name, value);
        }
    }

    public void undefine(String name) {
        int index = names.indexOf(name);
        if (index >= 0) {
            // httpd moves the last name into the gap, which is visible in the order of -S
            String last = names.removeLast();
            if (index < names.size()) {
                names.set(index, last);
            }
        }
        values.remove(name);
    }

    public boolean isDefined(String name) {
        return names.contains(name);
    }

    /** All names in httpd's order. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The value given to a name, null when it has none. */
    public @Nullable String value(String name) {
        return values.get(name);
    }

    /**
     * @param undefined told each name that neither is defined nor stands in the environment; names with a colon belong
     *     to modules (RewriteMap) and are not told
     */
    public String resolve(String text, Consumer<String> undefined) {
        int dollar = text.indexOf("${");
        if (dollar < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length() + 32);
        int position = 0;
        while (dollar >= 0) {
            int close = text.indexOf('}', dollar + 2);
            if (close < 0) {
                break;
            }
            resolved.append(text, position, dollar);
            resolved.append(variable(text.substring(dollar + 2, close), undefined));
            position = close + 1;
            dollar = text.indexOf("${", position);
        }
        return resolved.append(text, position, text.length()).toString();
    }

    private String variable(String name, Consumer<String> undefined) {
        String value = values.get(name);
        if (value == null) {
            value = environment.get(name);
        }
        if (value != null) {
            return value;
        }
        if (name.indexOf(':') < 0) {
            undefined.accept(name);
        }
        return "${" + name + "}";
    }
}
