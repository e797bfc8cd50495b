package org.brood.bench.report;

import java.util.List;
import java.util.Locale;
import org.brood.bench.stats.Spread;

/**
 * A chart as SVG: a horizontal bar for each server, as long as the median, with the range as a whisker across its end and
 * the value beside it. When one bar dwarfs the rest, it is cut, and a mark says so.
 */
record BarChart(Metric metric, List<Bar> bars) {
    /** One server's bar. */
    record Bar(String server, Spread spread) {}

    private static final int WIDTH = 540;
    private static final int LABEL = 108;
    private static final int PLOT = 330;
    private static final int ROW = 24;
    private static final int THICKNESS = 15;
    /** A bar this many times the median of all is cut off there. */
    private static final double OUTLIER = 6;

    String svg() {
        double full = full();
        StringBuilder svg = new StringBuilder(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, bars.size() * ROW + 4, Html.escaped(metric.title())));
        for (int row = 0; row < bars.size(); row++) {
            svg.append(bar(bars.get(row), row * ROW + 4, full));
        }
        return svg.append("</svg>").toString();
    }

    private double full() {
        List<Double> medians = bars.stream().map(bar -> bar.spread().median()).toList();
        double most =
                bars.stream().mapToDouble(bar -> bar.spread().most()).max().orElse(1);
        double typical = Spread.of(medians).median();
        return Math.max(1e-9, typical > 0 ? Math.min(most, typical * OUTLIER) : most);
    }

    private String bar(Bar bar, int top, double full) {
        Spread spread = bar.spread();
        double end = LABEL + length(spread.median(), full);
        int middle = top + THICKNESS / 2 + 1;
        boolean cut = spread.median() > full;
        String text = metric.text(spread.median()) + (cut ? " (cut)" : "");
        double textAt = LABEL + length(spread.most(), full) + 6;
        return format(
                "<g><title>%s: %s, from %s to %s</title>"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>"
                        + "<line class=\"whisker\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>"
                        + "<text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text></g>",
                bar.server(),
                metric.text(spread.median()),
                metric.text(spread.least()),
                metric.text(spread.most()),
                LABEL - 8,
                top + THICKNESS - 2,
                Html.escaped(bar.server()),
                LABEL,
                top,
                Math.max(1, end - LABEL),
                THICKNESS,
                color(bar.server()),
                LABEL + length(spread.least(), full),
                middle,
                LABEL + length(spread.most(), full),
                middle,
                textAt,
                top + THICKNESS - 2,
                text);
    }

    private static double length(double value, double full) {
        return Math.min(1, Math.max(0, value / full)) * PLOT;
    }

    static String color(String server) {
        String family = server.replaceFirst("-.*", "");
        return switch (family) {
            case "brood", "httpd", "nginx", "limit" -> "var(--" + family + ")";
            default -> "var(--other)";
        };
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
