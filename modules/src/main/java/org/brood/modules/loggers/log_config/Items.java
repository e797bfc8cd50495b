package org.brood.modules.loggers.log_config;

import org.brood.api.Exchange;
import org.brood.api.Transfer;
import org.jspecify.annotations.Nullable;

/** The items by their letters, as the manual page of mod_log_config lists them; mod_logio's are among them. */
final class Items {
    private static final long PID = ProcessHandle.current().pid();
    private static final Item DASH = (line, exchange) -> line.octet('-');

    private Items() {}

    /** Whether an item is about the request as it came unless {@code >} says otherwise. */
    static boolean isAboutOriginal(String name) {
        return "rDTUsRL".contains(name);
    }

    /** @return null when there is no such item */
    static @Nullable Item named(String name, String argument) {
        return switch (name) {
            case "h" -> Item.escaped(exchange -> exchange.client().host());
            case "a" -> (line, exchange) -> line.plain(exchange.client().address());
            case "A" -> (line, exchange) -> line.plain(exchange.client().localAddress());
            case "l", "^ti", "^to" -> DASH;
            case "u" -> Items::user;
            case "t" -> RequestTime.named(argument);
            case "D" -> (line, exchange) -> line.number(exchange.elapsedMicros());
            case "T" -> duration(argument);
            case "I" -> traffic(Transfer::bytesIn);
            case "O" -> traffic(Transfer::bytesOut);
            case "S" -> traffic(transfer -> transfer.bytesIn() + transfer.bytesOut());
            case "X" -> (line, exchange) -> line.octet(connectionStatus(exchange.transfer()));
            case "k" -> (line, exchange) -> line.number(exchange.client().earlierRequests());
            case "p" -> port(argument);
            case "P" -> process(argument);
            default -> ofMessages(name, argument);
        };
    }

    private static @Nullable Item ofMessages(String name, String argument) {
        return switch (name) {
            case "r" -> Item.escaped(exchange -> exchange.request().line());
            case "m" -> Item.escaped(exchange -> exchange.request().method());
            case "H" -> Item.escaped(exchange -> exchange.request().protocol());
            case "U" -> Item.escaped(exchange -> exchange.resource().uri());
            case "q" -> Items::query;
            case "f" -> Item.escaped(exchange -> exchange.resource().filename());
            case "R" -> Item.escaped(exchange -> exchange.resource().handler());
            case "s" -> (line, exchange) -> line.number(exchange.response().status());
            case "b" -> (line, exchange) -> bytes(line, exchange, '-');
            case "B" -> (line, exchange) -> bytes(line, exchange, '0');
            case "v" -> Item.escaped(exchange -> exchange.virtualHost().name());
            case "V" -> Item.escaped(Exchange::serverName);
            case "i" -> Item.escaped(exchange -> exchange.request().header(argument));
            case "o" -> Item.escaped(exchange -> answerHeader(exchange, argument));
            case "L" -> Item.escaped(exchange -> exchange.notes().get("log-id"));
            case "n" -> Item.escaped(exchange -> exchange.notes().get(argument));
            case "e" -> Item.escaped(exchange -> exchange.environment().get(argument));
            case "C" -> Item.escaped(exchange -> cookie(exchange.request().header("Cookie"), argument));
            default -> null;
        };
    }

    private static void user(Line line, Exchange exchange) {
        String user = exchange.client().user();
        if (user == null) {
            line.octet('-');
        } else if (user.isEmpty()) {
            line.plain("\"\"");
        } else {
            line.escaped(user);
        }
    }

    private static void query(Line line, Exchange exchange) {
        String query = exchange.resource().query();
        if (query != null) {
            line.octet('?');
            line.escaped(query);
        }
    }

    private static void bytes(Line line, Exchange exchange, char none) {
        long sent = exchange.response().bodyBytesSent();
        if (sent == 0) {
            line.octet(none);
        } else {
            line.number(sent);
        }
    }

    private static Item duration(String unit) {
        return switch (unit.toLowerCase(java.util.Locale.ROOT)) {
            case "", "s" -> (line, exchange) -> line.number(exchange.elapsedMicros() / 1_000_000);
            case "ms" -> (line, exchange) -> line.number(exchange.elapsedMicros() / 1000);
            case "us" -> (line, exchange) -> line.number(exchange.elapsedMicros());
            default -> (line, exchange) -> line.plain(unit);
        };
    }

    private static Item traffic(java.util.function.ToLongFunction<Transfer> count) {
        return (line, exchange) -> line.number(count.applyAsLong(exchange.transfer()));
    }

    private static char connectionStatus(Transfer transfer) {
        if (transfer.aborted()) {
            return 'X';
        }
        return transfer.keptAlive() ? '+' : '-';
    }

    private static Item port(String kind) {
        return switch (kind.toLowerCase(java.util.Locale.ROOT)) {
            case "", "canonical" -> (line, exchange) -> line.number(canonicalPort(exchange));
            case "remote" -> (line, exchange) -> line.number(exchange.client().port());
            case "local" -> (line, exchange) -> line.number(exchange.client().localPort());
            default -> (line, exchange) -> line.plain(kind);
        };
    }

    private static int canonicalPort(Exchange exchange) {
        int port = exchange.virtualHost().port();
        int standard = exchange.scheme().equals("https") ? 443 : 80;
        return port == 0 ? standard : port;
    }

    private static Item process(String kind) {
        return switch (kind.toLowerCase(java.util.Locale.ROOT)) {
            case "", "pid" -> (line, exchange) -> line.number(PID);
            case "tid" -> (line, exchange) -> line.number(Thread.currentThread().threadId());
            case "hextid" ->
                (line, exchange) ->
                        line.plain(Long.toHexString(Thread.currentThread().threadId()));
            default -> (line, exchange) -> line.plain(kind);
        };
    }

    private static @Nullable String answerHeader(Exchange exchange, String name) {
        if (name.equalsIgnoreCase("Content-Type")) {
            String type = exchange.response().contentType();
            if (type != null) {
                int parameters = type.indexOf(';');
                return parameters < 0 ? type : type.substring(0, parameters).stripTrailing();
            }
        }
        boolean several = name.equalsIgnoreCase("Set-Cookie");
        var headers = exchange.response().headers();
        String value = several ? headers.merged(name) : headers.get(name);
        if (value != null) {
            return value;
        }
        var errors = exchange.response().errorHeaders();
        return several ? errors.merged(name) : errors.get(name);
    }

    /** The value of one cookie; names compare without case. */
    static @Nullable String cookie(@Nullable String field, String name) {
        if (field == null) {
            return null;
        }
        for (String pair : field.split(";")) {
            int equals = pair.indexOf('=');
            boolean found = equals > 0
                    && equals + 1 < pair.length()
                    && pair.substring(0, equals).strip().equalsIgnoreCase(name);
            if (found) {
                return pair.substring(equals + 1).strip();
            }
        }
        return null;
    }
}
