package org.brood.bench.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.brood.bench.stats.Spread;

/**
 * All on one page: CPU as a multiple of nginx's, a row for each workload and a column for each server, green where it is
 * cheaper and red where it is dearer.
 */
record HeatTable(Results results) {
    private static final String REFERENCE = "nginx";
    /** Shades deepen up to this factor either way. */
    private static final double STRONGEST = 4;

    /** Nothing when no workload has CPU figures of the reference. */
    String html() {
        List<String> workloads = results.workloads().stream()
                .filter(workload -> cpu(workload).isPresent())
                .toList();
        if (workloads.isEmpty()) {
            return "";
        }
        Set<String> servers = new LinkedHashSet<>();
        workloads.forEach(workload -> results.servers(workload).stream()
                .filter(server -> ratio(workload, server).isPresent())
                .forEach(servers::add));
        StringBuilder html = new StringBuilder("<section class=\"card\"><h2>CPU as a multiple of nginx's</h2>"
                + "<p class=\"unit\">Time of the whole server for the same work, median of the rounds' ratios;"
                + " below 1 is cheaper than nginx.</p><div class=\"scroll\"><table class=\"heat\"><tr><th></th>");
        servers.forEach(
                server -> html.append("<th>").append(Html.escaped(server)).append("</th>"));
        html.append("</tr>");
        workloads.forEach(workload -> html.append(row(workload, servers)));
        return html.append("</table></div></section>").toString();
    }

    private Optional<Metric> cpu(String workload) {
        return results.metrics(workload).stream()
                .filter(metric -> metric == Metric.CPU || metric == Metric.CPU_PER_GB)
                .filter(metric -> results.spread(workload, REFERENCE, metric).isPresent())
                .findFirst();
    }

    private Optional<Spread> ratio(String workload, String server) {
        return cpu(workload).flatMap(metric -> results.ratio(workload, server, REFERENCE, metric));
    }

    private String row(String workload, Set<String> servers) {
        StringBuilder row = new StringBuilder("<tr><td>" + Html.escaped(results.title(workload)) + "</td>");
        for (String server : servers) {
            row.append(ratio(workload, server).map(HeatTable::cell).orElse("<td><small>-</small></td>"));
        }
        return row.append("</tr>").toString();
    }

    private static String cell(Spread ratio) {
        double strength = Math.min(1, Math.abs(Math.log(ratio.median())) / Math.log(STRONGEST));
        String hue = ratio.median() < 1 ? "11,122,117" : "197,80,43";
        return String.format(
                Locale.ROOT,
                "<td style=\"background:rgba(%s,%.2f)\" title=\"from %.2f to %.2f\">%.2f</td>",
                hue,
                strength * 0.45,
                ratio.least(),
                ratio.most(),
                ratio.median());
    }
}
