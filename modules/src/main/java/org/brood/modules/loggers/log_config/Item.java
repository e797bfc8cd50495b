package org.brood.modules.loggers.log_config;

import org.brood.api.Exchange;

/** One part of a log line. Writes {@code -} when there is nothing to say. */
@FunctionalInterface
interface Item {
    void write(Line line, Exchange exchange);

    /** A text of the request or the answer; null is {@code -}. */
    static Item escaped(java.util.function.Function<Exchange, @org.jspecify.annotations.Nullable String> text) {
        return (line, exchange) -> {
            String value = text.apply(exchange);
            if (value == null) {
                line.octet('-');
            } else {
                line.escaped(value);
            }
        };
    }
}
