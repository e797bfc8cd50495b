package org.brood.modules.generators.status;

import org.brood.api.Html;
import org.brood.modules.text.Escapes;
import org.brood.posix.CpuTimes;
import org.brood.scoreboard.ProcessSnapshot;
import org.brood.scoreboard.WorkerSnapshot;
import org.brood.scoreboard.WorkerStatus;

/** What each worker did last, in a table or, with {@code ?notable}, in paragraphs. Rows that did nothing are left out. */
final class WorkerRows {
    private static final String LEGEND = """
            </table>
             <hr /> <table>
             <tr><th>Srv</th><td>Child Server number - generation</td></tr>
             <tr><th>PID</th><td>OS process ID</td></tr>
             <tr><th>Acc</th><td>Number of accesses this connection / this child / this slot</td></tr>
             <tr><th>M</th><td>Mode of operation</td></tr>
            <tr><th>CPU</th><td>CPU usage, number of seconds</td></tr>
            <tr><th>SS</th><td>Seconds since beginning of most recent request</td></tr>
             <tr><th>Req</th><td>Milliseconds required to process most recent request</td></tr>
             <tr><th>Dur</th><td>Sum of milliseconds required to process all requests</td></tr>
             <tr><th>Conn</th><td>Kilobytes transferred this connection</td></tr>
             <tr><th>Child</th><td>Megabytes transferred this child</td></tr>
             <tr><th>Slot</th><td>Total megabytes transferred this slot</td></tr>
             </table>
            """;

    private final StringBuilder out = new StringBuilder();
    private final Report report;

    private WorkerRows(Report report) {
        this.report = report;
    }

    static String render(Report report, boolean withoutTable) {
        WorkerRows rows = new WorkerRows(report);
        rows.out.append(
                withoutTable
                        ? "<hr /><h2>Server Details</h2>\n\n"
                        : "\n\n<table border=\"0\"><tr><th>Srv</th><th>PID</th><th>Acc</th><th>M</th><th>CPU\n</th>"
                                + "<th>SS</th><th>Req</th><th>Dur</th><th>Conn</th><th>Child</th><th>Slot</th>"
                                + "<th>Client</th><th>Protocol</th><th>VHost</th><th>Request</th></tr>\n\n");
        for (ProcessSnapshot process : report.board().processes()) {
            CpuTimes cpu = process.pid() == 0 ? new CpuTimes(0, 0) : CpuTimes.ofProcess(process.pid());
            for (WorkerSnapshot worker : process.workers()) {
                rows.row(process, worker, cpu, withoutTable);
            }
        }
        rows.out.append(withoutTable ? "" : LEGEND);
        return rows.out.toString();
    }

    private void row(ProcessSnapshot process, WorkerSnapshot worker, CpuTimes cpu, boolean withoutTable) {
        WorkerStatus status = worker.status();
        boolean quiet = status == WorkerStatus.READY || status == WorkerStatus.DEAD;
        if (worker.accesses() == 0 && quiet) {
            return;
        }
        if (withoutTable) {
            paragraph(process, worker, cpu);
        } else {
            cells(process, worker, cpu);
        }
    }

    private static String pid(ProcessSnapshot process, WorkerSnapshot worker) {
        int pid = worker.pid() == 0 ? process.pid() : worker.pid();
        return worker.status() == WorkerStatus.DEAD ? "-" : String.valueOf(pid);
    }

    private static String server(ProcessSnapshot process, WorkerSnapshot worker) {
        int generation = worker.pid() == 0 ? process.generation() : worker.generation();
        return process.slot() + "-" + generation;
    }

    private long secondsSince(WorkerSnapshot worker) {
        return Math.max(0, (report.nowMicros() - worker.lastUsedMicros()) / 1_000_000);
    }

    private void cells(ProcessSnapshot process, WorkerSnapshot worker, CpuTimes cpu) {
        out.append("<tr><td><b>").append(server(process, worker)).append("</b></td><td>");
        out.append(pid(process, worker))
                .append("</td><td>")
                .append(worker.connectionAccesses())
                .append('/');
        out.append(worker.childAccesses()).append('/').append(worker.accesses()).append("</td><td>");
        out.append(letter(worker.status())).append("\n</td><td>");
        out.append(Numbers.fixed((cpu.userMicros() + cpu.systemMicros()) / 1_000_000.0, 2));
        out.append("</td><td>").append(secondsSince(worker)).append("</td><td>");
        out.append(worker.lastDurationMicros() / 1000).append("</td><td>").append(worker.durationMicros() / 1000);
        out.append("</td><td>").append(Numbers.fixed(worker.connectionBytes() / 1024.0, 1));
        out.append("</td><td>").append(Numbers.fixed(worker.childBytes() / 1048576.0, 2));
        out.append("</td><td>")
                .append(Numbers.fixed(worker.bytes() / 1048576.0, 2))
                .append('\n');
        out.append("</td><td>").append(Html.escape(worker.client())).append("</td><td>");
        out.append(Html.escape(worker.protocol())).append("</td><td nowrap>").append(Html.escape(worker.vhost()));
        out.append("</td><td nowrap>").append(request(worker)).append("</td></tr>\n\n");
    }

    private void paragraph(ProcessSnapshot process, WorkerSnapshot worker, CpuTimes cpu) {
        out.append("<b>Server ")
                .append(server(process, worker))
                .append("</b> (")
                .append(pid(process, worker));
        out.append("): ").append(worker.connectionAccesses()).append('|').append(worker.childAccesses());
        out.append('|')
                .append(worker.accesses())
                .append(" [")
                .append(word(worker.status()))
                .append("] u");
        out.append(Numbers.general(cpu.userMicros() / 1_000_000.0)).append(" s");
        out.append(Numbers.general(cpu.systemMicros() / 1_000_000.0)).append(" cu0 cs0\n ");
        out.append(secondsSince(worker))
                .append(' ')
                .append(worker.lastDurationMicros() / 1000)
                .append(' ');
        out.append(worker.durationMicros() / 1000).append('(').append(Numbers.bytes(worker.connectionBytes()));
        out.append('|').append(Numbers.bytes(worker.childBytes())).append('|');
        out.append(Numbers.bytes(worker.bytes())).append(")\n <i>").append(Html.escape(worker.client()));
        out.append(" {").append(request(worker)).append("}</i> <i>(").append(Html.escape(worker.protocol()));
        out.append(")</i> <b>[").append(Html.escape(worker.vhost())).append("]</b><br />\n\n");
    }

    private static String request(WorkerSnapshot worker) {
        StringBuilder escaped = new StringBuilder();
        Escapes.logItem(escaped, worker.request());
        return Html.escape(escaped.toString());
    }

    private static String letter(WorkerStatus status) {
        return switch (status) {
            case READY, DEAD, GRACEFUL, IDLE_KILL -> String.valueOf(status.letter());
            case STARTING, READING, WRITING, KEEPALIVE, LOGGING, DNS, CLOSING -> "<b>" + status.letter() + "</b>";
        };
    }

    private static String word(WorkerStatus status) {
        return switch (status) {
            case READY -> "Ready";
            case STARTING -> "Starting";
            case READING -> "<b>Read</b>";
            case WRITING -> "<b>Write</b>";
            case KEEPALIVE -> "<b>Keepalive</b>";
            case LOGGING -> "<b>Logging</b>";
            case DNS -> "<b>DNS lookup</b>";
            case CLOSING -> "<b>Closing</b>";
            case DEAD -> "Dead";
            case GRACEFUL -> "Graceful";
            case IDLE_KILL -> "Dying";
        };
    }
}
