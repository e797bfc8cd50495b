package org.brood.mpm.spi;

/**
 * An MPM's directives after checks and corrections. Immutable; written into the hand-over by value, so that a child never
 * corrects anything by itself.
 *
 * @param serverLimit slots in the scoreboard; fixed for the parent's life
 * @param threadLimit thread rows of a slot; fixed for the parent's life; 1 under prefork
 * @param threadsPerChild workers of a child (under virtual: requests in progress); 1 under prefork
 * @param maxRequestWorkers as corrected
 * @param activeLimit children that may run at once (MaxRequestWorkers / ThreadsPerChild, bounded by ServerLimit)
 * @param startServers children at the start
 * @param minSpare MinSpareServers or MinSpareThreads, as corrected
 * @param maxSpare MaxSpareServers or MaxSpareThreads, as corrected
 * @param maxConnectionsPerChild 0 = without limit
 * @param asyncRequestWorkerFactor with its fraction
 * @param listenerThreads listener threads of an event child; 0 elsewhere
 * @param buckets groups of listeners with SO_REUSEPORT; 1 = off
 * @param gracefulShutdownTimeoutSeconds 0 = wait for ever
 * @param threadStackBytes 0 = the platform's
 */
public record MpmSettings(
        int serverLimit,
        int threadLimit,
        int threadsPerChild,
        int maxRequestWorkers,
        int activeLimit,
        int startServers,
        int minSpare,
        int maxSpare,
        int maxConnectionsPerChild,
        double asyncRequestWorkerFactor,
        int listenerThreads,
        int buckets,
        int gracefulShutdownTimeoutSeconds,
        long threadStackBytes) {

    /** The same with a number of buckets that is given, and as much of everything else as that many need. */
    public MpmSettings withBuckets(int given) {
        int spare = Math.max(minSpare, given);
        return new MpmSettings(
                serverLimit,
                threadLimit,
                threadsPerChild,
                maxRequestWorkers,
                Math.max(activeLimit, given),
                Math.max(startServers, given),
                spare,
                Math.max(maxSpare, spare + given),
                maxConnectionsPerChild,
                asyncRequestWorkerFactor,
                listenerThreads,
                given,
                gracefulShutdownTimeoutSeconds,
                threadStackBytes);
    }
}
