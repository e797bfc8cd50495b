package org.brood.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void medianIsTheMiddleOfAnOddCount() {
        assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Spread(5, 1, 9, 3));
    }

    @Test
    void medianLiesBetweenTheTwoMiddlesOfAnEvenCount() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(new Spread(3, 1, 100, 4));
    }

    @Test
    void anOutlierMovesTheRangeAndNotTheMedian() {
        assertThat(Spread.of(List.of(10.0, 11.0, 900.0)).median()).isEqualTo(11);
    }

    @Test
    void ratiosArePairedRoundByRound() {
        Spread ratio = Spread.ofRatios(List.of(10.0, 40.0, 30.0), List.of(20.0, 40.0, 20.0));
        assertThat(ratio).isEqualTo(new Spread(1, 0.5, 1.5, 3));
    }

    @Test
    void roundsThatOnlyOneSideHasAreLeftOut() {
        assertThat(Spread.ofRatios(List.of(1.0, 2.0), List.of(1.0)).count()).isEqualTo(1);
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
