package org.brood.modules.metadata.headers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.conf.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The value of a header with {@code %} items in it: {@code %t} when the request came, {@code %D} how long it has taken,
 * {@code %{NAME}e} a variable, {@code %{NAME}s} a variable of TLS, {@code %l} the machine's load, {@code %%}.
 */
final class ValueFormat {
    private static final Path LOAD = Path.of("/proc/loadavg");

    private final List<Item> items;

    private ValueFormat(List<Item> items) {
        this.items = List.copyOf(items);
    }

    /** One part of a value. */
    private interface Item {
        String text(Exchange exchange);
    }

    String text(Exchange exchange) {
        if (items.size() == 1) {
            return items.getFirst().text(exchange);
        }
        StringBuilder out = new StringBuilder();
        items.forEach(item -> out.append(item.text(exchange)));
        return out.toString();
    }

    static ValueFormat parse(String text) throws ConfigurationException {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            if (percent != at) {
                int end = percent < 0 ? text.length() : percent;
                String constant = unescaped(text.substring(at, end));
                items.add(exchange -> constant);
                at = end;
            } else {
                at = item(text, at + 1, items);
            }
        }
        return new ValueFormat(items);
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int named = c == '\\' && i + 1 < text.length() ? "\\rnt".indexOf(text.charAt(i + 1)) : -1;
            if (named >= 0) {
                out.append("\\\r\n\t".charAt(named));
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int item(String text, int from, List<Item> items) throws ConfigurationException {
        if (from >= text.length() || text.charAt(from) == '%') {
            items.add(exchange -> "%");
            return from + 1;
        }
        int at = from;
        String argument = "";
        if (text.charAt(at) == '{') {
            int close = text.indexOf('}', at);
            argument = text.substring(at + 1, close < 0 ? text.length() : close);
            at = close < 0 ? text.length() : close + 1;
        }
        String letter = at < text.length() ? text.substring(at, at + 1) : "";
        Item item = named(letter, argument);
        if (item == null) {
            throw new ConfigurationException(null, "Unrecognized header format %" + letter);
        }
        items.add(item);
        return at + 1;
    }

    private static @Nullable Item named(String letter, String argument) {
        return switch (letter) {
            case "D" ->
                exchange -> {
                    exchange.neverReplay();
                    return "D=" + exchange.elapsedMicros();
                };
            case "t" ->
                exchange -> {
                    exchange.neverReplay();
                    return "t=" + exchange.startedMicros();
                };
            case "e" ->
                exchange -> {
                    String value = exchange.environment().get(argument);
                    return value == null ? "(null)" : value.replace('\r', ' ').replace('\n', ' ');
                };
            case "s" -> exchange -> "(null)";
            case "l" ->
                exchange -> {
                    exchange.neverReplay();
                    return "l=" + load();
                };
            default -> null;
        };
    }

    private static String load() {
        try {
            String[] words = Files.readString(LOAD).split(" ");
            return words[0] + "/" + words[1] + "/" + words[2];
        } catch (IOException e) {
            return "-1.00/-1.00/-1.00";
        }
    }
}
