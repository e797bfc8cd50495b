package org.brood.modules.generators.status;

import org.brood.api.Html;
import org.brood.scoreboard.ConnectionCounts;
import org.brood.scoreboard.ProcessSnapshot;
import org.brood.scoreboard.WorkerSnapshot;
import org.brood.scoreboard.WorkerStatus;

/** The page for people, but the rows of workers. */
final class LongReport {
    private static final int LETTERS_PER_LINE = 64;
    private static final String KEY = """
            <p>Scoreboard Key:<br />
            "<b><code>_</code></b>" Waiting for Connection,\040
            "<b><code>S</code></b>" Starting up,\040
            "<b><code>R</code></b>" Reading Request,<br />
            "<b><code>W</code></b>" Sending Reply,\040
            "<b><code>K</code></b>" Keepalive (read),\040
            "<b><code>D</code></b>" DNS Lookup,<br />
            "<b><code>C</code></b>" Closing connection,\040
            "<b><code>L</code></b>" Logging,\040
            "<b><code>G</code></b>" Gracefully finishing,<br />\040
            "<b><code>I</code></b>" Idle cleanup of worker,\040
            "<b><code>.</code></b>" Open slot with no current process<br />
            </p>
            """;
    private static final String NOT_EXTENDED =
            "<hr />To obtain a full report with current status information you need to use the <code>ExtendedStatus"
                    + " On</code> directive.\n";

    private final StringBuilder out = new StringBuilder();
    private final Report report;

    private LongReport(Report report) {
        this.report = report;
    }

    static String render(Report report, boolean withoutTable) {
        LongReport page = new LongReport(report);
        page.server();
        if (report.extended()) {
            page.traffic();
        }
        Totals totals = report.totals();
        page.out.append("<dt>").append(totals.busy()).append(" requests currently being processed, ");
        page.out.append(totals.graceful()).append(" workers gracefully restarting, ");
        page.out.append(totals.idle()).append(" idle workers</dt>\n</dl>");
        if (report.facts().asynchronous()) {
            page.processes();
        }
        page.board();
        if (report.extended()) {
            page.out.append(WorkerRows.render(report, withoutTable));
        } else {
            page.out.append(NOT_EXTENDED);
        }
        page.out.append(report.exchange().virtualHost().signature("<hr />\n", report.exchange()));
        return page.out.append("</body></html>\n").toString();
    }

    private void item(String name, Object value) {
        out.append("<dt>").append(name).append(": ").append(value).append("</dt>\n");
    }

    private void server() {
        out.append("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">\n");
        out.append("<html><head>\n<title>Apache Status</title>\n</head><body>\n");
        out.append("<h1>Apache Server Status for ")
                .append(Html.escape(report.exchange().serverName()));
        out.append(" (via ").append(report.exchange().client().localAddress()).append(")</h1>\n\n<dl>");
        item("Server Version", report.facts().description());
        item("Server MPM", report.facts().mpm());
        out.append("<dt>Server Built: ").append(report.facts().built()).append("\n</dt></dl><hr /><dl>\n");
        item("Current Time", Report.time(report.nowMicros()));
        item("Restart Time", Report.time(report.board().restartMicros()));
        item("Parent Server Config. Generation", report.board().configGeneration());
        item("Parent Server MPM Generation", report.board().generation());
        item("Server uptime", Numbers.duration(report.uptime()));
        item("Server load", report.loadText(" "));
    }

    private void traffic() {
        Totals totals = report.totals();
        long uptime = report.uptime();
        out.append("<dt>Total accesses: ").append(totals.accesses());
        out.append(" - Total Traffic: ").append(Numbers.kilobytes(totals.kilobytes()));
        out.append(" - Total Duration: ").append(totals.durationMillis()).append("</dt>\n");
        out.append("<dt>CPU Usage: u").append(Numbers.general(totals.user()));
        out.append(" s").append(Numbers.general(totals.system()));
        out.append(" cu").append(Numbers.general(totals.childrenUser()));
        out.append(" cs").append(Numbers.general(totals.childrenSystem()));
        if (totals.cpu() > 0 && uptime > 0) {
            out.append(" - ")
                    .append(Numbers.general(totals.cpu() / uptime * 100, 3))
                    .append("% CPU load");
        }
        out.append("</dt>\n<dt>");
        if (uptime > 0) {
            out.append(Numbers.general((double) totals.accesses() / uptime, 3)).append(" requests/sec - ");
            out.append(Numbers.bytes(1024 * totals.kilobytes() / uptime)).append("/second");
        }
        if (totals.accesses() > 0) {
            out.append(uptime > 0 ? " - " : "");
            out.append(Numbers.bytes(1024 * totals.kilobytes() / totals.accesses()))
                    .append("/request - ");
            out.append(Numbers.general((double) totals.durationMillis() / totals.accesses()))
                    .append(" ms/request");
        }
        out.append("</dt>\n");
    }

    private void processes() {
        out.append("\n\n<table rules=\"all\" cellpadding=\"1%\">\n<tr><th rowspan=\"2\">Slot</th>")
                .append("<th rowspan=\"2\">PID</th><th rowspan=\"2\">Stopping</th><th colspan=\"2\">Connections</th>\n")
                .append("<th colspan=\"3\">Threads</th><th colspan=\"4\">Async connections</th></tr>\n")
                .append("<tr><th>total</th><th>accepting</th><th>busy</th><th>graceful</th><th>idle</th>")
                .append("<th>wait-io</th><th>writing</th><th>keep-alive</th><th>closing</th></tr>\n");
        for (Totals.Row row : report.totals().processes()) {
            ProcessSnapshot process = row.process();
            String stopping = (process.quiescing() ? "yes" : "no") + (row.current() ? "" : " (old gen)");
            String accepting = process.accepting() ? "yes" : "no";
            cells(process.slot(), process.pid(), stopping, process.connections().total(), accepting);
            cells(row.busy(), row.graceful(), row.idle());
            waiting(process.connections());
        }
        Totals totals = report.totals();
        ConnectionCounts sum = totals.connections();
        cells("Sum", totals.processes().size(), totals.stopping(), sum.total(), "&nbsp;");
        cells(totals.busy(), totals.graceful(), totals.idle());
        waiting(sum);
        out.append("</table>\n");
    }

    private void cells(Object... values) {
        out.append(values.length == 5 ? "<tr>" : "");
        for (Object value : values) {
            out.append("<td>").append(value).append("</td>");
        }
    }

    private void waiting(ConnectionCounts counts) {
        cells(counts.waiting(), counts.writing(), counts.keepAlive(), counts.closing());
        out.append("</tr>\n");
    }

    private void board() {
        out.append("<pre>");
        String letters = report.letters();
        for (int i = 0; i < letters.length(); i++) {
            out.append(letters.charAt(i));
            out.append(i % LETTERS_PER_LINE == LETTERS_PER_LINE - 1 ? "\n" : "");
        }
        out.append("</pre>\n").append(KEY);
        if (!report.extended()) {
            pids();
        }
    }

    private void pids() {
        out.append("PID Key: <br />\n<pre>\n");
        int count = 0;
        for (Totals.Row row : report.totals().processes()) {
            for (WorkerSnapshot worker : row.process().workers()) {
                if (worker.status() != WorkerStatus.DEAD) {
                    out.append("   ").append(row.process().pid()).append(" in state: ");
                    out.append(worker.status().letter()).append(' ');
                    out.append(++count % 3 == 0 ? "\n" : ",");
                }
            }
        }
        out.append("\n</pre>\n");
    }
}
