package org.brood.server.core;

import static org.brood.conf.DirectiveSpec.server;

import java.util.List;
import java.util.Locale;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveAction;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.IdleAction;
import org.brood.conf.SettingsKey;
import org.brood.conf.text.CNumber;

/** Core directives about connections and the reading of requests. */
final class ConnectionDirectives {

    private ConnectionDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                server(
                        "Timeout",
                        Arguments.ONE,
                        "seconds",
                        "60",
                        "Timeout duration (sec)",
                        use -> use.update(CoreKeys.TIMEOUT_SECONDS, before -> CNumber.atoi(use.argument(0)))),
                server(
                        "KeepAlive",
                        Arguments.FLAG,
                        "On|Off",
                        "On",
                        "Whether persistent connections should be On or Off",
                        use -> use.update(CoreKeys.KEEP_ALIVE, before -> use.flag())),
                server(
                        "KeepAliveTimeout",
                        Arguments.ONE,
                        "num[ms]",
                        "5",
                        "Keep-Alive timeout duration (sec)",
                        ConnectionDirectives::keepAliveTimeout),
                server(
                        "MaxKeepAliveRequests",
                        Arguments.ONE,
                        "number",
                        "100",
                        "Maximum number of Keep-Alive requests per connection, or 0 for infinite",
                        use -> use.update(CoreKeys.MAX_KEEP_ALIVE_REQUESTS, before -> CNumber.atoi(use.argument(0)))),
                limit(
                        "LimitRequestLine",
                        "8190",
                        "Limit on maximum size of an HTTP request line",
                        CoreKeys.LIMIT_REQUEST_LINE),
                limit(
                        "LimitRequestFieldSize",
                        "8190",
                        "Limit on maximum size of an HTTP request header field",
                        CoreKeys.LIMIT_REQUEST_FIELD_SIZE),
                limit(
                        "LimitRequestFields",
                        "100",
                        "Limit (0 = unlimited) on max number of header fields in a request message",
                        CoreKeys.LIMIT_REQUEST_FIELDS),
                server(
                        "HttpProtocolOptions",
                        Arguments.EACH,
                        "[Strict|Unsafe] [RegisteredMethods|LenientMethods] [Allow0.9|Require1.0]",
                        "Strict LenientMethods Allow0.9",
                        "'Allow0.9' or 'Require1.0' (default); 'RegisteredMethods' or 'LenientMethods' (default); 'Unsafe' or 'Strict' (default)",
                        ConnectionDirectives::protocolOption),
                accepted("MergeTrailers", "on|off", "merge request trailers into request headers or not"),
                accepted(
                        "FlushMaxThreshold",
                        "number-of-bytes",
                        "Maximum threshold above which pending data are flushed to the network"),
                accepted(
                        "FlushMaxPipelined",
                        "number",
                        "Maximum number of pipelined responses (pending) above which they are flushed to the network"),
                DirectiveSpec.serverOrSection(
                        "HostnameLookups",
                        Arguments.ONE,
                        "On|Off|Double",
                        "Off",
                        "\"on\" to enable, \"off\" to disable reverse DNS lookups, or \"double\" to enable double-reverse DNS lookups",
                        new IdleAction(ConnectionDirectives::lookups)),
                accepted(
                        "ProtocolsHonorOrder",
                        "On|Off",
                        "'off' (default) or 'on' to respect given order of protocols, by default the client specified order determines selection"),
                accepted(
                        "SeeRequestTail",
                        "On|Off",
                        "On to retain the request's last 63 characters for the status page"),
                server(
                        "LimitInternalRecursion",
                        Arguments.ONE_OR_TWO,
                        "number [number]",
                        "10",
                        "maximum recursion depth of internal redirects and subrequests",
                        ConnectionDirectives::recursion),
                accepted("Protocols", "protocol ...", "Controls which protocols are allowed"),
                accepted("Protocol", "protocol", "Set the Protocol for httpd to use."));
    }

    /** A directive that is understood and needs nothing done here, since what it tunes does not exist. */
    private static DirectiveSpec accepted(String name, String syntax, String help) {
        return server(name, Arguments.ANY, syntax, "", help, IdleAction.ANY_VALUE);
    }

    private static DirectiveSpec limit(String name, String standard, String help, SettingsKey<Integer> key) {
        DirectiveAction action = use -> {
            int value = CNumber.atoi(use.argument(0));
            String said = name.equals("LimitRequestFieldSize") ? "LimitRequestFieldsize" : name; // httpd's own spelling
            if (value < 0) {
                throw new ConfigurationException(
                        null, said + " \"" + use.argument(0) + "\" must be a non-negative integer");
            }
            use.update(key, before -> value);
        };
        return server(name, Arguments.ONE, "number", standard, help, action);
    }

    private static void recursion(DirectiveUse use) throws ConfigurationException {
        int redirects = recursion(use, 0, "AH00119", "Limiting internal redirects to very low numbers");
        int depth = use.arguments().size() == 1
                ? redirects
                : recursion(use, 1, "AH00120", "Limiting the subrequest depth to a very low level");
        use.update(CoreKeys.RECURSION, before -> new CoreKeys.Recursion(redirects, depth));
    }

    private static int recursion(DirectiveUse use, int index, String id, String warning) throws ConfigurationException {
        int limit = CNumber.atoi(use.argument(index));
        if (limit <= 0) {
            throw new ConfigurationException(null, "The recursion limit must be greater than zero.");
        }
        if (limit < 4) {
            use.warn(id, warning + " may cause normal requests to fail.");
        }
        return limit;
    }

    private static void keepAliveTimeout(DirectiveUse use) throws ConfigurationException {
        long millis = millis(use);
        use.update(CoreKeys.KEEP_ALIVE_MILLIS, before -> millis);
    }

    /** As ap_timeout_parameter_parse reads it: of a unit only the first two letters count. */
    private static long millis(DirectiveUse use) throws ConfigurationException {
        String text = use.argument(0).toLowerCase(Locale.ROOT);
        int end = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int signed = end;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        String unit = text.substring(end, Math.min(text.length(), end + 2));
        long factor = end == signed ? 0 : factor(unit);
        if (factor == 0) {
            throw new ConfigurationException(null, "KeepAliveTimeout has wrong format");
        }
        return CNumber.strtol(text.substring(0, end)) * factor;
    }

    private static long factor(String unit) {
        return switch (unit.isEmpty() ? ' ' : unit.charAt(0)) {
            case ' ', 's' -> 1000L;
            case 'h' -> 3_600_000L;
            case 'm' -> unit.equals("ms") ? 1L : unit.equals("mi") ? 60_000L : 0L;
            default -> 0L;
        };
    }

    private static void lookups(DirectiveUse use) throws ConfigurationException {
        if (!List.of("on", "off", "double").contains(use.argument(0).toLowerCase(Locale.ROOT))) {
            throw new ConfigurationException(null, "parameter must be 'on', 'off', or 'double'");
        }
    }

    private static void protocolOption(DirectiveUse use) throws ConfigurationException {
        switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "strict" -> use.update(CoreKeys.STRICT, before -> true);
            case "unsafe" -> use.update(CoreKeys.STRICT, before -> false);
            case "registeredmethods" -> use.update(CoreKeys.REGISTERED_METHODS, before -> true);
            case "lenientmethods" -> use.update(CoreKeys.REGISTERED_METHODS, before -> false);
            case "allow0.9" -> use.update(CoreKeys.ALLOW_09, before -> true);
            case "require1.0" -> use.update(CoreKeys.ALLOW_09, before -> false);
            default ->
                throw new ConfigurationException(
                        null,
                        "HttpProtocolOptions accepts 'Unsafe' or 'Strict' (default), 'RegisteredMethods' or 'LenientMethods' (default), and 'Require1.0' or 'Allow0.9' (default)");
        }
    }
}
