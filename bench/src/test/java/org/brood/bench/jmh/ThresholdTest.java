package org.brood.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    private final Threshold threshold = new Threshold("Head.parse", 200, 16);

    @Test
    void commentsAndBlankLinesAreNotThresholds() {
        assertThat(Threshold.parse(List.of("# head", "", "Head.parse 200 16 # why")))
                .containsExactly(threshold);
    }

    @Test
    void aBadLineIsNamedByItsNumber() {
        assertThatThrownBy(() -> Threshold.parse(List.of("", "Head.parse fast")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("Head.parse fast");
        assertThatThrownBy(() -> Threshold.parse(List.of("Head.parse 10 few"))).hasMessageContaining("line 1");
    }

    @Test
    void withinBothBoundsThereIsNoComplaint() {
        assertThat(threshold.complaint(200, 16)).isEmpty();
    }

    @Test
    void eachBoundComplainsInItsOwnUnit() {
        assertThat(threshold.complaint(201, 0).orElseThrow())
                .contains("201.0 ns")
                .contains("200.0");
        assertThat(threshold.complaint(10, 24).orElseThrow())
                .contains("24 bytes")
                .contains("16");
    }
}
