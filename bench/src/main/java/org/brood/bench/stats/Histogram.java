package org.brood.bench.stats;

/**
 * Latencies in nanoseconds, counted in buckets that are at most 1/64 wide, so a percentile is off by 1.6 % at worst.
 *
 * <p>Values below 128 have a bucket each; above, every power of two is cut into 64 equal buckets. Owned by one thread;
 * {@link #add(Histogram)} merges those of several when they have stopped.
 */
public final class Histogram {
    private static final int SUB_BITS = 6;
    private static final int SUB_BUCKETS = 1 << SUB_BITS;

    private final long[] counts = new long[(64 - SUB_BITS) * SUB_BUCKETS];
    private long total;

    public void record(long nanos) {
        counts[bucket(Math.max(0, nanos))]++;
        total++;
    }

    public void add(Histogram other) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
        total += other.total;
    }

    public long total() {
        return total;
    }

    /**
     * The value that this share of the values does not exceed, as the upper end of its bucket.
     *
     * @param share 0.5 for the median, 0.99 for p99
     * @return nanoseconds, 0 when nothing was recorded
     */
    public long percentile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return upperEnd(bucket);
            }
        }
        return 0;
    }

    private static int bucket(long value) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(value | 1) - SUB_BITS);
        return shift * SUB_BUCKETS + (int) (value >>> shift);
    }

    private static long upperEnd(int bucket) {
        int shift = Math.max(0, bucket / SUB_BUCKETS - 1);
        long sub = bucket - (long) shift * SUB_BUCKETS;
        return ((sub + 1) << shift) - 1;
    }
}
