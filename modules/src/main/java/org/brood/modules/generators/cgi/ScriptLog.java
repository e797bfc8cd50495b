package org.brood.modules.generators.cgi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.brood.modules.text.Strftime;

/** ScriptLog: all about a request whose script failed, until the file is as long as ScriptLogLength. */
final class ScriptLog {

    private ScriptLog() {}

    static void write(Exchange exchange, CgiSettings settings, int status, ScriptRun run, String lastLine) {
        String name = settings.log();
        if (name == null) {
            return;
        }
        Path file = Path.of(name);
        try {
            if (Files.exists(file) && Files.size(file) > settings.length()) {
                return;
            }
            Files.writeString(
                    file,
                    entry(exchange, status, run, lastLine),
                    StandardCharsets.ISO_8859_1,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            exchange.log("cgi").log(LogLevel.ERROR, "BR0303", "cannot write ScriptLog " + name + ": " + e);
        }
    }

    private static String entry(Exchange exchange, int status, ScriptRun run, String lastLine) {
        StringBuilder out = new StringBuilder("%% [");
        out.append(Strftime.format("%a %b %d %H:%M:%S %Y", Instant.now().atZone(ZoneId.systemDefault())));
        String query = exchange.resource().query();
        out.append("] ")
                .append(exchange.request().method())
                .append(' ')
                .append(exchange.resource().uri());
        out.append(query == null ? "" : "?" + query)
                .append(' ')
                .append(exchange.request().protocol());
        out.append("\n%% ")
                .append(status)
                .append(' ')
                .append(exchange.resource().filename())
                .append("\n%request\n");
        exchange.request().headers().forEach((name, value) -> field(out, name, value));
        String body = run.loggedBody();
        out.append(body.isEmpty() ? "" : "\n" + body + "\n").append("%response\n");
        exchange.response().errorHeaders().forEach((name, value) -> field(out, name, value));
        out.append(lastLine.isEmpty() ? "" : lastLine + "\n");
        String output = run.loggedOutput();
        out.append(output.isEmpty() ? "" : "%stdout\n" + output + "\n");
        String errors = run.loggedErrors();
        return out.append(errors.isEmpty() ? "" : "%stderr\n" + errors + "\n").toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append('\n');
    }
}
