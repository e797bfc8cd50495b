package org.brood.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.brood.bench.stats.Spread;

/** All samples of a run, with medians, ranges and ratios, for programs. */
public final class JsonReport {
    private final Results results;
    private final Map<String, String> circumstances;

    /** @param circumstances the machine, the versions, the date: name and value */
    public JsonReport(Results results, Map<String, String> circumstances) {
        this.results = results;
        this.circumstances = circumstances;
    }

    public String text() {
        Map<String, Object> workloads = new LinkedHashMap<>();
        for (String workload : results.workloads()) {
            Map<String, Object> servers = new LinkedHashMap<>();
            for (String server : results.servers(workload)) {
                servers.put(server, server(workload, server));
            }
            workloads.put(workload, Map.of("title", results.title(workload), "servers", servers));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("circumstances", circumstances);
        all.put("workloads", workloads);
        return Json.text(all) + "\n";
    }

    private Map<String, Object> server(String workload, String server) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Metric metric : results.metrics(workload)) {
            results.spread(workload, server, metric)
                    .ifPresent(spread -> fields.put(metric.title(), metric(workload, server, metric, spread)));
        }
        if (!results.remarks(workload, server).isEmpty()) {
            fields.put("remarks", results.remarks(workload, server));
        }
        return fields;
    }

    private Map<String, Object> metric(String workload, String server, Metric metric, Spread spread) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("median", spread.median());
        fields.put("least", spread.least());
        fields.put("most", spread.most());
        fields.put("samples", results.samples(workload, server, metric));
        for (Reference reference : Reference.ALL) {
            results.ratio(workload, server, reference.server(), metric)
                    .ifPresent(ratio -> fields.put("x " + reference.server(), ratio.median()));
        }
        return fields;
    }
}
