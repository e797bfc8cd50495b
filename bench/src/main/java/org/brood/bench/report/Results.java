package org.brood.bench.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brood.bench.stats.Spread;

/**
 * The samples of a run, by workload and server, in the order in which they were first mentioned. Filled by one thread while
 * measuring, read afterwards.
 */
public final class Results {
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, Map<String, Row>> rows = new LinkedHashMap<>();

    /** What one server did at one workload. */
    private record Row(Map<Metric, List<Double>> samples, List<String> remarks) {
        Row() {
            this(new EnumMap<>(Metric.class), new ArrayList<>());
        }
    }

    /** @param servers that take part, in the order in which they are shown */
    public void begin(String workload, String title, List<String> servers) {
        titles.put(workload, title);
        rows.put(workload, new LinkedHashMap<>());
        servers.forEach(server -> row(workload, server));
    }

    public void add(String workload, String server, Metric metric, double value) {
        row(workload, server)
                .samples()
                .computeIfAbsent(metric, first -> new ArrayList<>())
                .add(value);
    }

    /** Says a word about a server at a workload, once: why there is no figure, or what to know about it. */
    public void remark(String workload, String server, String words) {
        List<String> remarks = row(workload, server).remarks();
        if (!remarks.contains(words)) {
            remarks.add(words);
        }
    }

    /** Takes back all figures of a server at a workload, and says why. */
    public void disqualify(String workload, String server, String why) {
        row(workload, server).samples().clear();
        remark(workload, server, why);
    }

    private Row row(String workload, String server) {
        return workloadRows(workload).computeIfAbsent(server, first -> new Row());
    }

    private Map<String, Row> workloadRows(String workload) {
        Map<String, Row> found = rows.get(workload);
        if (found == null) {
            throw new IllegalStateException("workload not begun: " + workload);
        }
        return found;
    }

    public List<String> workloads() {
        return List.copyOf(titles.keySet());
    }

    public String title(String workload) {
        return titles.getOrDefault(workload, workload);
    }

    public List<String> servers(String workload) {
        return List.copyOf(workloadRows(workload).keySet());
    }

    /** The metrics that any server has a figure of at this workload. */
    public List<Metric> metrics(String workload) {
        return workloadRows(workload).values().stream()
                .flatMap(row -> row.samples().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public List<String> remarks(String workload, String server) {
        return List.copyOf(row(workload, server).remarks());
    }

    public List<Double> samples(String workload, String server, Metric metric) {
        return Optional.ofNullable(workloadRows(workload).get(server))
                .map(row -> row.samples().getOrDefault(metric, List.of()))
                .map(List::copyOf)
                .orElse(List.of());
    }

    public Optional<Spread> spread(String workload, String server, Metric metric) {
        List<Double> samples = samples(workload, server, metric);
        return samples.isEmpty() ? Optional.empty() : Optional.of(Spread.of(samples));
    }

    /** The server's figure as a multiple of the other's, paired by round. */
    public Optional<Spread> ratio(String workload, String server, String reference, Metric metric) {
        List<Double> samples = samples(workload, server, metric);
        List<Double> references = samples(workload, reference, metric);
        boolean possible = metric.comparable()
                && !samples.isEmpty()
                && !references.isEmpty()
                && references.stream().allMatch(value -> value > 0);
        return possible ? Optional.of(Spread.ofRatios(samples, references)) : Optional.empty();
    }
}
