package org.brood.modules.generators.status;

import org.brood.scoreboard.ConnectionCounts;

/** {@code ?auto}: a line for each number, for programs. */
final class ShortReport {
    private final StringBuilder out = new StringBuilder();
    private final Report report;

    private ShortReport(Report report) {
        this.report = report;
    }

    static String render(Report report) {
        ShortReport text = new ShortReport(report);
        text.server();
        if (report.extended()) {
            text.traffic();
        }
        text.workers();
        return text.out.toString();
    }

    private void line(String name, Object value) {
        out.append(name).append(": ").append(value).append('\n');
    }

    private void server() {
        out.append(report.exchange().serverName()).append('\n');
        line("ServerVersion", report.facts().description());
        line("ServerMPM", report.facts().mpm());
        line("Server Built", report.facts().built());
        line("CurrentTime", Report.time(report.nowMicros()));
        line("RestartTime", Report.time(report.board().restartMicros()));
        line("ParentServerConfigGeneration", report.board().configGeneration());
        line("ParentServerMPMGeneration", report.board().generation());
        line("ServerUptimeSeconds", report.uptime());
        out.append("ServerUptime:").append(Numbers.duration(report.uptime())).append('\n');
        line("Load1", Numbers.fixed(report.loadAt(0), 2));
        line("Load5", Numbers.fixed(report.loadAt(1), 2));
        line("Load15", Numbers.fixed(report.loadAt(2), 2));
    }

    private void traffic() {
        Totals totals = report.totals();
        long uptime = report.uptime();
        line("Total Accesses", totals.accesses());
        line("Total kBytes", totals.kilobytes());
        line("Total Duration", totals.durationMillis());
        line("CPUUser", Numbers.general(totals.user()));
        line("CPUSystem", Numbers.general(totals.system()));
        line("CPUChildrenUser", Numbers.general(totals.childrenUser()));
        line("CPUChildrenSystem", Numbers.general(totals.childrenSystem()));
        if (totals.cpu() > 0 && uptime > 0) {
            line("CPULoad", Numbers.general(totals.cpu() / uptime * 100));
        }
        line("Uptime", uptime);
        if (uptime > 0) {
            line("ReqPerSec", Numbers.general((double) totals.accesses() / uptime));
            line("BytesPerSec", Numbers.general(1024.0 * totals.kilobytes() / uptime));
        }
        if (totals.accesses() > 0) {
            line("BytesPerReq", Numbers.general(1024.0 * totals.kilobytes() / totals.accesses()));
            line("DurationPerReq", Numbers.general((double) totals.durationMillis() / totals.accesses()));
        }
    }

    private void workers() {
        Totals totals = report.totals();
        line("BusyWorkers", totals.busy());
        line("GracefulWorkers", totals.graceful());
        line("IdleWorkers", totals.idle());
        if (report.facts().asynchronous()) {
            ConnectionCounts connections = totals.connections();
            line("Processes", totals.processes().size());
            line("Stopping", totals.stopping());
            line("ConnsTotal", connections.total());
            line("ConnsAsyncWaitIO", connections.waiting());
            line("ConnsAsyncWriting", connections.writing());
            line("ConnsAsyncKeepAlive", connections.keepAlive());
            line("ConnsAsyncClosing", connections.closing());
        }
        line("Scoreboard", report.letters());
    }
}
