package org.brood.modules.metadata.setenvif;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.brood.api.Exchange;
import org.brood.conf.ConfigurationException;
import org.brood.conf.match.Pcre;
import org.jspecify.annotations.Nullable;

/** What SetEnvIf looks at: a part of the request by its name, a header or else a variable, or headers by a pattern. */
@FunctionalInterface
interface Subject {

    @Nullable
    String of(Exchange exchange);

    static Subject named(String name, boolean caseBlind) throws ConfigurationException {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "remote_addr" -> exchange -> exchange.client().address();
            case "remote_host" -> exchange -> exchange.client().host();
            case "server_addr" -> exchange -> exchange.client().localAddress();
            case "request_uri" -> exchange -> exchange.resource().uri();
            case "request_method" -> exchange -> exchange.request().method();
            case "request_protocol" -> exchange -> exchange.request().protocol();
            default -> isPlain(name) ? exchange -> headerOrVariable(exchange, name) : byPattern(name, caseBlind);
        };
    }

    private static boolean isPlain(String name) {
        return name.matches("[-_A-Za-z0-9]*");
    }

    private static @Nullable String headerOrVariable(Exchange exchange, String name) {
        String header = exchange.request().header(name);
        return header == null ? exchange.environment().get(name) : header;
    }

    private static Subject byPattern(String name, boolean caseBlind) throws ConfigurationException {
        Pcre pattern = caseBlind ? Pcre.compileCaseBlind(name) : Pcre.compile(name);
        return exchange -> {
            AtomicReference<@Nullable String> last = new AtomicReference<>();
            exchange.request().headers().forEach((header, value) -> {
                if (pattern.matches(header)) {
                    last.set(value);
                }
            });
            return last.get();
        };
    }
}
