package org.brood.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.brood.bench.stats.Spread;

/** The table for the terminal: a block for each workload, a line for each server, a median with its range and ratios in each cell. */
public final class TextTable {
    private static final String GAP = "   ";
    private static final String NONE = "-";

    private final Results results;

    public TextTable(Results results) {
        this.results = results;
    }

    public String text() {
        return "Each cell: median [least-most] and its multiple of "
                + Reference.ALL.stream().map(Reference::title).collect(Collectors.joining(" / ")) + "\n\n"
                + results.workloads().stream().map(this::block).collect(Collectors.joining("\n"));
    }

    /** The block of one workload. */
    public String block(String workload) {
        List<Metric> metrics = results.metrics(workload);
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(""));
        metrics.forEach(metric -> header.add(metric.title()));
        lines.add(header);
        for (String server : results.servers(workload)) {
            List<String> line = new ArrayList<>(List.of(server));
            metrics.forEach(metric -> line.add(cell(workload, server, metric)));
            line.add(String.join("; ", results.remarks(workload, server)));
            lines.add(line);
        }
        return results.title(workload) + " (" + workload + ")\n" + aligned(lines);
    }

    private String cell(String workload, String server, Metric metric) {
        return results.spread(workload, server, metric)
                .map(spread -> spreadText(metric, spread) + ratios(workload, server, metric))
                .orElse(NONE);
    }

    private static String spreadText(Metric metric, Spread spread) {
        String median = metric.text(spread.median());
        return spread.count() == 1
                ? median
                : median + " [" + metric.text(spread.least()) + "-" + metric.text(spread.most()) + "]";
    }

    private String ratios(String workload, String server, Metric metric) {
        if (!metric.comparable()) {
            return "";
        }
        return " "
                + Reference.ALL.stream()
                        .map(reference -> ratio(results.ratio(workload, server, reference.server(), metric)))
                        .collect(Collectors.joining("/"));
    }

    private static String ratio(Optional<Spread> ratio) {
        return ratio.map(spread -> String.format(Locale.ROOT, "%.2f", spread.median()))
                .orElse(NONE);
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder("  ");
            for (int column = 0; column < line.size(); column++) {
                String cell = line.get(column);
                row.append(cell)
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(GAP);
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
