package org.brood.mpm.policy;

/** ListenCoresBucketsRatio: how many groups of listening sockets there are. */
final class Buckets {
    private Buckets() {}

    /** One group for each {@code ratio} cores; a single group is none. */
    static int count(Said said, int cores) {
        int ratio = said.number(Knob.LISTEN_CORES_BUCKETS_RATIO, 0);
        return ratio == 0 ? 1 : Math.max(1, cores / ratio);
    }

    /** How many of {@code slots} slots belong to a bucket: slot i serves bucket i mod buckets. */
    static int share(int slots, int bucket, int buckets) {
        return slots / buckets + (bucket < slots % buckets ? 1 : 0);
    }
}
