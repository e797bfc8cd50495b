package org.brood.modules.loggers.log_config;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.brood.api.Exchange;
import org.brood.modules.text.Strftime;

/**
 * {@code %t}. Without an argument the time when the request came, in the common log format. The argument is a strftime(3)
 * format or one of {@code sec msec usec msec_frac usec_frac}, with {@code begin:} or {@code end:} in front to say which time.
 */
final class RequestTime {
    private static final long MICROS = 1_000_000;
    private static final String COMMON = "[%d/%b/%Y:%H:%M:%S %z]";

    /** The common form changes once a second only. */
    private static final class CommonForm implements Item {
        private final boolean end;
        private volatile Rendered last = new Rendered(Long.MIN_VALUE, new byte[0]);

        private record Rendered(long second, byte[] text) {}

        CommonForm(boolean end) {
            this.end = end;
        }

        @Override
        public void write(Line line, Exchange exchange) {
            long second = Math.floorDiv(micros(exchange, end), MICROS);
            Rendered rendered = last;
            if (rendered.second() != second) {
                String text = Strftime.format(COMMON, local(second * MICROS));
                rendered = new Rendered(second, text.getBytes(StandardCharsets.ISO_8859_1));
                last = rendered;
            }
            line.octets(rendered.text());
        }
    }

    private RequestTime() {}

    static Item named(String argument) {
        boolean end = argument.equals("end") || argument.startsWith("end:");
        boolean begin = argument.equals("begin") || argument.startsWith("begin:");
        String format = argument;
        if (end || begin) {
            int colon = argument.indexOf(':');
            format = colon < 0 ? "" : argument.substring(colon + 1);
        }
        return form(format, end);
    }

    private static Item form(String format, boolean end) {
        return switch (format) {
            case "" -> new CommonForm(end);
            case "sec" -> (line, exchange) -> line.number(micros(exchange, end) / MICROS);
            case "msec" -> (line, exchange) -> line.number(micros(exchange, end) / 1000);
            case "usec" -> (line, exchange) -> line.number(micros(exchange, end));
            case "msec_frac" -> (line, exchange) -> padded(line, micros(exchange, end) / 1000 % 1000, 3);
            case "usec_frac" -> (line, exchange) -> padded(line, micros(exchange, end) % MICROS, 6);
            default -> (line, exchange) -> line.plain(Strftime.format(format, local(micros(exchange, end))));
        };
    }

    private static void padded(Line line, long value, int width) {
        long limit = 1;
        for (int digits = 1; digits < width; digits++) {
            limit *= 10;
        }
        for (; limit > 1 && value < limit; limit /= 10) {
            line.octet('0');
        }
        line.number(value);
    }

    private static long micros(Exchange exchange, boolean end) {
        return exchange.startedMicros() + (end ? exchange.elapsedMicros() : 0);
    }

    private static ZonedDateTime local(long micros) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
        return instant.atZone(ZoneId.systemDefault());
    }
}
