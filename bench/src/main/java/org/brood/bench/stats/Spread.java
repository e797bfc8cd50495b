package org.brood.bench.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Several measurements of one thing: their median, and the range that says how far to trust it.
 * Rounds on a shared machine have outliers to one side, so the mean would follow the noise.
 */
public record Spread(double median, double least, double most, int count) {

    public static Spread of(Collection<Double> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no samples");
        }
        double[] sorted =
                samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Spread(middle(sorted), sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /**
     * How many times the other's, round by round: what disturbed the machine during a round disturbed both, so the spread of
     * such ratios is narrower than the ratio of two medians would let one believe. Rounds that only one has are left out.
     */
    public static Spread ofRatios(List<Double> samples, List<Double> reference) {
        double[] ratios = new double[Math.min(samples.size(), reference.size())];
        Arrays.setAll(ratios, round -> samples.get(round) / reference.get(round));
        return of(Arrays.stream(ratios).boxed().toList());
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
