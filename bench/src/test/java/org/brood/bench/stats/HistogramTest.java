package org.brood.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 127, 128, 129, 1000, 65_535, 65_536, 123_456_789, Long.MAX_VALUE / 2})
    void aSingleValueIsItsOwnPercentileWithinTheWidthOfABucket(long nanos) {
        Histogram histogram = new Histogram();
        histogram.record(nanos);
        assertThat(histogram.percentile(0.99)).isBetween(nanos, nanos + nanos / 64);
    }

    @Test
    void percentilesOfAUniformSpreadLieWhereTheyShould() {
        Histogram histogram = new Histogram();
        for (long nanos = 1; nanos <= 100_000; nanos++) {
            histogram.record(nanos);
        }
        assertThat((double) histogram.percentile(0.5)).isCloseTo(50_000, within(50_000 * 0.016));
        assertThat((double) histogram.percentile(0.99)).isCloseTo(99_000, within(99_000 * 0.016));
    }

    @Test
    void mergingCountsWhatBothSaw() {
        Histogram low = new Histogram();
        Histogram high = new Histogram();
        low.record(10);
        high.record(1_000_000);
        low.add(high);
        assertThat(low.total()).isEqualTo(2);
        assertThat(low.percentile(0.5)).isEqualTo(10);
        assertThat(low.percentile(1)).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void anEmptyOneAnswersZero() {
        assertThat(new Histogram().percentile(0.99)).isZero();
    }

    @Test
    void aNegativeDurationFromAClockThatSteppedCountsAsZero() {
        Histogram histogram = new Histogram();
        histogram.record(-5);
        assertThat(histogram.percentile(1)).isZero();
    }
}
