package org.brood.modules.generators.cgi;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brood.conf.Arguments;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.Place;

/** The directives of mod_cgi and mod_cgid. */
final class CgiDirectives {

    private CgiDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.server(
                        "ScriptLog",
                        Arguments.ONE,
                        "file-path",
                        "",
                        "the name of a log for script debugging info",
                        use -> use.update(
                                CgiSettings.KEY,
                                cgi -> cgi.withLog(
                                        use.serverRelative(use.argument(0)).toString()))),
                DirectiveSpec.server(
                        "ScriptLogLength",
                        Arguments.ONE,
                        "bytes",
                        "10385760",
                        "the maximum length (in bytes) of the script debug log",
                        use -> {
                            long bytes = number(use.argument(0));
                            use.update(CgiSettings.KEY, cgi -> cgi.withLength(bytes));
                        }),
                DirectiveSpec.server(
                        "ScriptLogBuffer",
                        Arguments.ONE,
                        "bytes",
                        "1024",
                        "the maximum size (in bytes) to record of a POST request",
                        use -> {
                            long bytes = number(use.argument(0));
                            use.update(CgiSettings.KEY, cgi -> cgi.withBuffer((int) Math.min(bytes, 1 << 20)));
                        }),
                DirectiveSpec.server(
                        "ScriptSock",
                        Arguments.ONE,
                        "file-path",
                        "cgisock",
                        "the name of the socket to use for communication with the cgi daemon.",
                        use -> {
                            // no daemon is needed here
                        }),
                timeout("CGIDScriptTimeout"),
                timeout("CGIScriptTimeout"));
    }

    private static DirectiveSpec timeout(String name) {
        Set<Place> places = EnumSet.of(Place.SERVER, Place.VIRTUAL_HOST, Place.DIRECTORY);
        return new DirectiveSpec(
                name,
                places,
                Set.of(),
                Arguments.ONE,
                "time[s|ms]",
                "value of Timeout directive when unset",
                "The amount of time to wait between successful reads from the CGI script, in seconds.",
                use -> use.update(CgiSettings.TIMEOUT, before -> millis(use)));
    }

    private static long number(String text) {
        String digits = text.replaceAll("\\D.*", "");
        return digits.isEmpty() || digits.length() > 15 ? 0 : Long.parseLong(digits);
    }

    private static long millis(DirectiveUse use) {
        String text = use.argument(0).toLowerCase(Locale.ROOT);
        long value = number(text);
        return text.endsWith("ms") ? value : value * 1000;
    }
}
