package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import org.brood.api.Exchange;
import org.brood.modules.text.Strftime;
import org.jspecify.annotations.Nullable;

/** {@code %{NAME}}: the server variables of mod_rewrite. */
final class Variables {
    private static final Map<String, String> TIMES = Map.of(
            "TIME", "%Y%m%d%H%M%S",
            "TIME_YEAR", "%Y",
            "TIME_MON", "%m",
            "TIME_DAY", "%d",
            "TIME_HOUR", "%H",
            "TIME_MIN", "%M",
            "TIME_SEC", "%S",
            "TIME_WDAY", "%w");
    private static final Map<String, String> HEADERS = Map.of(
            "HTTP_USER_AGENT", "User-Agent",
            "HTTP_REFERER", "Referer",
            "HTTP_COOKIE", "Cookie",
            "HTTP_FORWARDED", "Forwarded",
            "HTTP_HOST", "Host",
            "HTTP_PROXY_CONNECTION", "Proxy-Connection",
            "HTTP_ACCEPT", "Accept");

    private Variables() {}

    static String value(String name, Run run) throws IOException {
        String value = find(name, run);
        return value == null ? "" : value;
    }

    private static @Nullable String find(String name, Run run) throws IOException {
        int colon = name.indexOf(':');
        if (colon > 0 && colon < name.length() - 1) {
            return prefixed(name.substring(0, colon).toUpperCase(Locale.ROOT), name.substring(colon + 1), run);
        }
        Exchange exchange = run.exchange();
        String time = TIMES.get(name);
        if (time != null) {
            exchange.neverReplay();
            return Strftime.format(time, ZonedDateTime.now());
        }
        String header = HEADERS.get(name);
        if (header != null) {
            return header(header, run);
        }
        return switch (name) {
            case "REQUEST_FILENAME", "SCRIPT_FILENAME" -> run.filename();
            case "SERVER_ADDR" -> exchange.client().localAddress();
            case "SCRIPT_USER", "SCRIPT_GROUP" -> {
                String owner = exchange.expressions().variable(name);
                yield owner == null ? "<unknown>" : owner;
            }
            default -> exchange.expressions().variable(name);
        };
    }

    private static @Nullable String prefixed(String kind, String rest, Run run) throws IOException {
        return switch (kind) {
            case "ENV" -> environment(rest, run.exchange());
            case "HTTP" -> header(rest, run);
            case "LA-U", "LA-F" -> ahead(rest, run);
            default -> null;
        };
    }

    private static @Nullable String environment(String name, Exchange exchange) {
        String note = exchange.notes().get(name);
        if (note != null) {
            return note;
        }
        String value = exchange.environment().get(name);
        return value == null ? System.getenv(name) : value;
    }

    private static @Nullable String header(String name, Run run) {
        run.varies().add(name);
        return run.exchange().request().header(name);
    }

    /** What the variable will be in a later phase: the request is looked ahead for. */
    private static @Nullable String ahead(String name, Run run) throws IOException {
        if (run.exchange().parent() != null || run.filename().isEmpty()) {
            return null;
        }
        String path =
                run.ofServer() ? run.filename() : run.exchange().resource().uri();
        Exchange found = run.exchange().lookup(path);
        return find(name, new Run(found, run.directory()));
    }
}
