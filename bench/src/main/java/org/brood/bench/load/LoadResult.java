package org.brood.bench.load;

/**
 * What a load saw.
 *
 * @param requests answered whole
 * @param failed not answered as expected, for whatever reason
 * @param seconds how long it ran
 * @param bytes received, heads included
 */
public record LoadResult(long requests, long failed, double seconds, long bytes, double p50Micros, double p99Micros) {
    public double perSecond() {
        return requests / seconds;
    }
}
