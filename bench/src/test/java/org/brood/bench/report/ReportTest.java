package org.brood.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Results results = new Results();

    @BeforeEach
    void fill() {
        results.begin("1k", "1 KB <kept> alive", List.of("brood-event", "nginx", "httpd-event", "limit"));
        add("nginx", 10, 12, 11);
        add("httpd-event", 40, 44, 42);
        add("brood-event", 5, 6, 11);
        results.remark("1k", "limit", "no C compiler");
    }

    private void add(String server, double... samples) {
        for (double sample : samples) {
            results.add("1k", server, Metric.CPU, sample);
        }
    }

    @Test
    void theTableShowsMedianRangeAndRatiosOfEachServer() {
        String table = new TextTable(results).text();
        assertThat(table).contains("11.0 [10.0-12.0] 1.00/0.26/-");
        assertThat(table).contains("6.0 [5.0-11.0] 0.50/0.14/-");
        assertThat(table).contains("no C compiler");
    }

    @Test
    void theJsonHoldsEverySample() {
        String json = new JsonReport(results, Map.of("machine", "a \"fast\" one")).text();
        assertThat(json).contains("\"samples\":[5.000,6.000,11.000]").contains("\"x nginx\":0.500");
        assertThat(json).contains("\"a \\\"fast\\\" one\"").contains("\"remarks\":[\"no C compiler\"]");
    }

    @Test
    void thePageNeedsNothingElseAndEscapesWhatItShows() throws IOException {
        String page = new HtmlReport(results, Map.of()).text();
        assertThat(page).contains("1 KB &lt;kept&gt; alive").contains("<svg").contains("--brood");
        assertThat(page).doesNotContain("<script").doesNotContain("src=").doesNotContain("href=");
    }

    @Test
    void theHeatTableComparesCpuWithNginx() {
        assertThat(new HeatTable(results).html()).contains("title=\"from 0.50 to 1.00\">0.50</td>");
    }

    @Test
    void aDisqualifiedServerHasAWordAndNoFigures() {
        results.disqualify("1k", "brood-event", "wrong answer");
        assertThat(results.spread("1k", "brood-event", Metric.CPU)).isEmpty();
        assertThat(results.remarks("1k", "brood-event")).containsExactly("wrong answer");
    }

    @Test
    void countsOfLostRequestsAreNotShownAsMultiples() {
        results.add("1k", "nginx", Metric.LOST, 1);
        results.add("1k", "brood-event", Metric.LOST, 0);
        assertThat(results.ratio("1k", "brood-event", "nginx", Metric.LOST)).isEmpty();
    }

    @Test
    void nothingIsAMultipleOfZero() {
        results.add("1k", "nginx", Metric.RATE, 0);
        results.add("1k", "brood-event", Metric.RATE, 5);
        assertThat(results.ratio("1k", "brood-event", "nginx", Metric.RATE)).isEmpty();
    }
}
