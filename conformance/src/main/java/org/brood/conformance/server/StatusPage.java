package org.brood.conformance.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code server-status?auto} says.
 *
 * @param text as sent
 * @param values by key, the first of equal keys
 */
public record StatusPage(String text, Map<String, String> values) {

    public static StatusPage parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                values.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
            }
        });
        return new StatusPage(text, values);
    }

    /** A whole number, or -1 where the page has no such line. */
    public int number(String key) {
        String value = values.get(key);
        return value == null ? -1 : Integer.parseInt(value.trim());
    }

    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    public List<String> keys() {
        return text.lines()
                .filter(line -> line.contains(": "))
                .map(line -> line.substring(0, line.indexOf(": ")))
                .toList();
    }

    /** How often {@code letter} stands on the scoreboard. */
    public long letters(char letter) {
        return value("Scoreboard").chars().filter(each -> each == letter).count();
    }
}
