package org.brood.protocol.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A list of choices with weights, as Accept and its like send it (RFC 9110 section 12.4.2): {@code gzip;q=0.8, *;q=0}. Weights are kept in thousandths. A
 * weight that is none counts as 1, as in httpd; one beyond its bounds is brought to the nearest of them.
 *
 * @param choices in the order sent
 */
public record QualityList(List<Choice> choices) {
    /** The weight of a choice without one. */
    public static final int FULL = 1000;

    /**
     * One choice.
     *
     * @param name in lower case, without parameters
     * @param parameters the parameters but q, as sent, trimmed
     * @param weight thousandths, 0 to 1000; 0 is "not acceptable"
     */
    public record Choice(String name, List<String> parameters, int weight) {}

    /** Reads a field's value; empty elements are skipped. */
    public static QualityList of(String value) {
        List<Choice> choices = new ArrayList<>();
        for (String element : split(value, ',')) {
            List<String> parts = split(element, ';');
            if (!parts.isEmpty()) {
                choices.add(choice(parts));
            }
        }
        return new QualityList(List.copyOf(choices));
    }

    private static Choice choice(List<String> parts) {
        int weight = FULL;
        List<String> parameters = new ArrayList<>();
        for (String parameter : parts.subList(1, parts.size())) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("q")) {
                weight = weight(parameter.substring(equals + 1).strip());
            } else {
                parameters.add(parameter);
            }
        }
        return new Choice(parts.get(0).toLowerCase(Locale.ROOT), List.copyOf(parameters), weight);
    }

    private static int weight(String text) {
        int value = 0;
        int scale = FULL;
        boolean fraction = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !fraction) {
                fraction = true;
            } else if (c < '0' || c > '9') {
                return FULL;
            } else if (fraction) {
                scale /= 10;
                value += (c - '0') * scale;
            } else {
                value = Math.min(FULL, value * 10 + (c - '0') * FULL);
            }
        }
        return text.isEmpty() ? FULL : Math.min(FULL, value);
    }

    /** Parts between separators outside quoted strings, trimmed, empty ones left out. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !quoted && text.charAt(i) == separator) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            } else if (quoted && text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            } else if (text.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return parts;
    }

    /** The weight of a name (in lower case): its own, else that of {@code *}, else {@code otherwise}. */
    public int weight(String name, int otherwise) {
        int wildcard = otherwise;
        for (Choice choice : choices) {
            if (choice.name.equals(name)) {
                return choice.weight;
            }
            if (choice.name.equals("*")) {
                wildcard = choice.weight;
            }
        }
        return wildcard;
    }
}
