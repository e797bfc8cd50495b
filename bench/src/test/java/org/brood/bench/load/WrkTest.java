package org.brood.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrkTest {
    private static final String OUTPUT = "Running 1s test\nTOTALS 1000 1000000 240000 0 %s 500 900\n";

    @Test
    void totalsAreReadFromTheirLine() throws IOException {
        LoadResult result = Wrk.result(OUTPUT.formatted("0"), 200);
        assertThat(result).isEqualTo(new LoadResult(1000, 0, 1, 240_000, 500, 900));
        assertThat(result.perSecond()).isEqualTo(1000);
    }

    @Test
    void anErrorStatusIsNoFailureWhereItIsExpected() throws IOException {
        assertThat(Wrk.result(OUTPUT.formatted("1000"), 404).failed()).isZero();
        assertThat(Wrk.result(OUTPUT.formatted("1000"), 200).failed()).isEqualTo(1000);
        assertThat(Wrk.result(OUTPUT.formatted("990"), 404).failed()).isEqualTo(10);
    }

    @Test
    void outputWithoutTotalsIsShown() {
        assertThatThrownBy(() -> Wrk.result("unable to connect", 200)).hasMessageContaining("unable to connect");
    }

    @Test
    void quotesInHeadersAreEscapedForTheScript() {
        String script = Wrk.script(Request.get("/").with("sec-ch-ua", "\"Chromium\""));
        assertThat(script).contains("wrk.headers[\"sec-ch-ua\"] = \"\\\"Chromium\\\"\"");
        assertThat(script).doesNotContain("function request");
    }

    @Test
    void severalPathsAreAskedForInTurn() {
        assertThat(Wrk.script(new Request(List.of("/a", "/b"), Map.of(), 200)))
                .contains("{ \"/a\", \"/b\" }")
                .contains("function request");
    }
}
