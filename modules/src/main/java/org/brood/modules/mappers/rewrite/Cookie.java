package org.brood.modules.mappers.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.brood.api.Exchange;
import org.brood.protocol.http.HttpDate;

/** The CO flag: {@code name:value:domain[:minutes[:path[:secure[:httponly[:samesite]]]]]}, or with semicolons behind a first one. */
final class Cookie {
    private Cookie() {}

    /** Adds the cookie unless one of that name is set already. */
    static void add(Exchange exchange, String text) {
        String separator = text.startsWith(";") ? ";" : ":";
        List<String> parts = new ArrayList<>();
        StringTokenizer words = new StringTokenizer(text, separator);
        while (words.hasMoreTokens()) {
            parts.add(words.nextToken());
        }
        if (parts.size() < 3 || isSet(exchange, parts.getFirst())) {
            return;
        }
        exchange.response().errorHeaders().add("Set-Cookie", line(exchange, parts));
    }

    private static boolean isSet(Exchange exchange, String name) {
        return exchange.response().errorHeaders().all("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith(name + "="));
    }

    private static String line(Exchange exchange, List<String> parts) {
        StringBuilder line = new StringBuilder(parts.get(0) + "=" + parts.get(1));
        line.append("; path=").append(parts.size() > 4 ? parts.get(4) : "/");
        line.append("; domain=").append(parts.get(2));
        int minutes = parts.size() > 3 ? Test.integer(parts.get(3)) : 0;
        if (minutes != 0) {
            long end = exchange.startedMicros() / 1_000_000L + 60L * minutes;
            line.append("; expires=").append(HttpDate.format(end).replaceFirst("^(...,) (..) (...) ", "$1 $2-$3-"));
        }
        if (parts.size() > 5 && says(parts.get(5), "secure")) {
            line.append("; secure");
        }
        if (parts.size() > 6 && says(parts.get(6), "httponly")) {
            line.append("; HttpOnly");
        }
        String sameSite = parts.size() > 7 ? parts.get(7) : "0";
        if (!sameSite.equals("0") && !sameSite.equalsIgnoreCase("false")) {
            line.append("; SameSite=").append(sameSite);
        }
        return line.toString();
    }

    private static boolean says(String word, String name) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("1") || lower.equals(name);
    }
}
