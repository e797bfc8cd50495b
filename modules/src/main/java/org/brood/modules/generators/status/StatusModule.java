package org.brood.modules.generators.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.brood.api.Body;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.Arguments;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.SettingsKey;
import org.brood.scoreboard.BoardSnapshot;
import org.jspecify.annotations.Nullable;

/** mod_status: the handler {@code server-status}. */
public final class StatusModule implements Module {
    /** Whether rows keep the texts of requests; on where this module is loaded, unless the configuration says otherwise. */
    public static final SettingsKey<Boolean> EXTENDED =
            SettingsKey.server("extended-status", true, (outer, inner) -> inner);

    private static final SettingsKey<Boolean> TAIL =
            SettingsKey.server("see-request-tail", false, (outer, inner) -> inner);
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final int REFRESH = 10;

    private final Supplier<BoardSnapshot> board;
    private final Supplier<ServerFacts> facts;
    private final LongSupplier nowMicros;

    /** @param nowMicros the wall clock, microseconds since 1970 */
    public StatusModule(Supplier<BoardSnapshot> board, Supplier<ServerFacts> facts, LongSupplier nowMicros) {
        this.board = board;
        this.facts = facts;
        this.nowMicros = nowMicros;
    }

    @Override
    public String name() {
        return "status_module";
    }

    @Override
    public String source() {
        return "mod_status.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return List.of(
                DirectiveSpec.global(
                        "ExtendedStatus",
                        Arguments.FLAG,
                        "On|Off",
                        "On",
                        "\"On\" to track extended status information, \"Off\" to disable",
                        use -> use.update(EXTENDED, before -> use.flag())),
                DirectiveSpec.global(
                        "SeeRequestTail",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "For extended status, \"On\" to see the last 63 chars of the request line, \"Off\" (default) to"
                                + " see the first 63",
                        use -> use.update(TAIL, before -> use.flag())));
    }

    @Override
    public void register(Hooks hooks) {
        hooks.handler("server-status", this::handle);
        hooks.handler(
                Position.MIDDLE,
                exchange ->
                        "application/x-httpd-status".equals(exchange.response().contentType())
                                ? handle(exchange)
                                : Verdict.DECLINED);
    }

    private Verdict handle(Exchange exchange) {
        String method = exchange.request().method();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Verdict.DECLINED;
        }
        exchange.neverReplay();
        String query = exchange.resource().query();
        String asked = query == null ? "" : query;
        boolean programs = asked.contains("auto");
        String type = programs ? "text/plain; charset=ISO-8859-1" : "text/html; charset=ISO-8859-1";
        exchange.response().contentType(type);
        String refresh = refresh(asked);
        if (refresh != null) {
            exchange.response().headers().set("Refresh", refresh);
        }
        BoardSnapshot snapshot = board.get();
        boolean extended = exchange.settings(EXTENDED);
        Report report = new Report(
                exchange, facts.get(), snapshot, Totals.of(snapshot), nowMicros.getAsLong(), load(), extended);
        String text = programs ? ShortReport.render(report) : LongReport.render(report, asked.contains("notable"));
        exchange.response().body(new Body.Bytes(text.getBytes(StandardCharsets.ISO_8859_1)));
        return Verdict.OK;
    }

    private static @Nullable String refresh(String query) {
        int at = query.indexOf("refresh");
        if (at < 0) {
            return null;
        }
        String rest = query.substring(at + "refresh".length());
        String digits = rest.startsWith("=") ? rest.substring(1).replaceAll("\\D.*", "") : "";
        boolean good = !digits.isEmpty() && digits.length() < 10 && Integer.parseInt(digits) > 0;
        return good ? String.valueOf(Integer.parseInt(digits)) : String.valueOf(REFRESH);
    }

    private static double[] load() {
        try {
            String[] words = Files.readString(LOAD).split(" ");
            return new double[] {
                Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2])
            };
        } catch (IOException | NumberFormatException e) {
            return new double[] {-1, -1, -1};
        }
    }
}
