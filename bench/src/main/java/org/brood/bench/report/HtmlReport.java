package org.brood.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.brood.bench.stats.Spread;

/** The page for people: one file that needs nothing else, with charts of each workload and all figures below them. */
public final class HtmlReport {
    private final Results results;
    private final Map<String, String> circumstances;

    /** @param circumstances the machine, the versions, the date: name and value */
    public HtmlReport(Results results, Map<String, String> circumstances) {
        this.results = results;
        this.circumstances = circumstances;
    }

    public String text() throws IOException {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Brood and its peers</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\"><style>" + style()
                + "</style></head><body><main>"
                + "<h1>Brood and its peers</h1><p class=\"lead\">The same work on the same machine in interleaved rounds;"
                + " medians, with the range of the rounds as a thin line.</p>" + facts()
                + new HeatTable(results).html()
                + results.workloads().stream().map(this::card).collect(Collectors.joining())
                + "</main></body></html>\n";
    }

    private static String style() throws IOException {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is not on the class path");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String facts() {
        return circumstances.entrySet().stream()
                .map(fact -> "<span><b>" + Html.escaped(fact.getKey()) + "</b> " + Html.escaped(fact.getValue())
                        + "</span> ")
                .collect(Collectors.joining("", "<p class=\"facts\">", "</p>"));
    }

    private String card(String workload) {
        List<Metric> metrics = results.metrics(workload);
        String charts = metrics.stream()
                .map(metric -> chart(workload, metric))
                .collect(Collectors.joining("", "<div class=\"charts\">", "</div>"));
        return "<section class=\"card\"><h2>" + Html.escaped(results.title(workload)) + "</h2><p class=\"unit\">"
                + Html.escaped(workload) + "</p>" + charts + "<details><summary>All figures</summary>"
                + "<div class=\"scroll\">" + table(workload, metrics) + "</div></details></section>";
    }

    private String chart(String workload, Metric metric) {
        List<BarChart.Bar> bars = results.servers(workload).stream()
                .flatMap(server ->
                        results
                                .spread(workload, server, metric)
                                .map(spread -> new BarChart.Bar(server, spread))
                                .stream())
                .toList();
        String better = metric.moreIsBetter() ? " (more is better)" : "";
        return "<figure><figcaption>" + Html.escaped(metric.title()) + better + "</figcaption>"
                + new BarChart(metric, bars).svg() + "</figure>";
    }

    private String table(String workload, List<Metric> metrics) {
        StringBuilder html = new StringBuilder("<table><tr><th></th>");
        metrics.forEach(metric ->
                html.append("<th>").append(Html.escaped(metric.title())).append("</th>"));
        html.append("<th></th></tr>");
        for (String server : results.servers(workload)) {
            html.append("<tr><td>").append(Html.escaped(server)).append("</td>");
            metrics.forEach(metric -> html.append("<td>")
                    .append(results.spread(workload, server, metric)
                            .map(spread -> cell(workload, server, metric, spread))
                            .orElse("-"))
                    .append("</td>"));
            String remarks = String.join("; ", results.remarks(workload, server));
            html.append("<td class=\"remark\">").append(Html.escaped(remarks)).append("</td></tr>");
        }
        return html.append("</table>").toString();
    }

    private String cell(String workload, String server, Metric metric, Spread spread) {
        String ratios = Reference.ALL.stream()
                .map(reference -> ratio(workload, server, reference, metric))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("<br>"));
        return "<b>" + metric.text(spread.median()) + "</b> <small>" + metric.text(spread.least()) + "&ndash;"
                + metric.text(spread.most()) + "<br>" + ratios + "</small>";
    }

    private Optional<String> ratio(String workload, String server, Reference reference, Metric metric) {
        return results.ratio(workload, server, reference.server(), metric)
                .map(ratio -> String.format(Locale.ROOT, "%.2f &times; %s", ratio.median(), reference.title()));
    }
}
