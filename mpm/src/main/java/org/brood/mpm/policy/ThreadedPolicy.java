package org.brood.mpm.policy;

import java.util.Optional;
import org.brood.conf.Settings;
import org.brood.mpm.spi.Mpm.Warnings;
import org.brood.mpm.spi.MpmSettings;

/**
 * The settings of the MPMs with threads: checks and corrections in httpd's order, which is the same for worker and event but
 * for the numbers of the messages and the limits.
 */
public enum ThreadedPolicy {
    WORKER(300, 20_000, false),
    EVENT(497, 100_000, true),
    /** Told in event's words: it is no MPM of httpd's. */
    VIRTUAL(497, 100_000, false);

    private static final int MOST_SERVERS = 20_000;
    private static final int MOST_LISTENERS_BY_ITSELF = 8;

    private final int firstId;
    private final int mostThreads;
    private final boolean listeners;

    ThreadedPolicy(int firstId, int mostThreads, boolean listeners) {
        this.firstId = firstId;
        this.mostThreads = mostThreads;
        this.listeners = listeners;
    }

    /** @param cores of this machine, for the listener buckets and listener threads */
    public MpmSettings settings(Settings server, Optional<MpmSettings> first, Warnings warnings, int cores) {
        Said said = server.get(Said.KEY);
        Corrections corrections = new Corrections(firstId, warnings);
        int serverLimit = serverLimit(said, first, corrections);
        int threadLimit = threadLimit(said, first, corrections);
        int threads = threads(said.number(Knob.THREADS_PER_CHILD, 25), threadLimit, corrections);
        int workers = workers(said.number(Knob.MAX_REQUEST_WORKERS, 400), threads, corrections);
        int active = active(workers, threads, serverLimit, corrections);
        int start = corrections.atLeastOne(20, "StartServers", said.number(Knob.START_SERVERS, 3));
        int minSpare = corrections.atLeastOneSpare(22, "MinSpareThreads", said.number(Knob.MIN_SPARE_THREADS, 75));
        int buckets = Buckets.count(said, cores);
        active = Math.max(active, buckets);
        start = Math.clamp(start, buckets, active);
        minSpare = Math.max(minSpare, threads * (buckets - 1) + buckets);
        return new MpmSettings(
                serverLimit,
                threadLimit,
                threads,
                workers,
                active,
                start,
                minSpare,
                Math.max(said.number(Knob.MAX_SPARE_THREADS, 250), minSpare + (threads + 1) * buckets),
                Math.max(0, said.number(Knob.MAX_CONNECTIONS_PER_CHILD, 0)),
                said.workerFactor(),
                listeners ? listenerThreads(said.number(Knob.LISTENER_THREADS, 0), start, cores) : 0,
                buckets,
                Math.max(0, said.number(Knob.GRACEFUL_SHUTDOWN_TIMEOUT, 0)),
                said.wide(Knob.THREAD_STACK_SIZE));
    }

    /**
     * {@code auto}: as many as keep the cores busy when the children of the start do not. With as many children as cores,
     * or more, one each is best: a second one would only take turns with the first.
     */
    private static int listenerThreads(int said, int start, int cores) {
        return said > 0 ? said : Math.clamp(cores / start, 1, MOST_LISTENERS_BY_ITSELF);
    }

    private int serverLimit(Said said, Optional<MpmSettings> first, Corrections corrections) {
        int limit = said.number(Knob.SERVER_LIMIT, 16);
        limit = corrections.atMost(0, "ServerLimit", limit, MOST_SERVERS, "servers");
        limit = corrections.atLeastOne(2, "ServerLimit", limit);
        return first.isEmpty()
                ? limit
                : corrections.asAtFirst(4, "ServerLimit", limit, first.get().serverLimit());
    }

    private int threadLimit(Said said, Optional<MpmSettings> first, Corrections corrections) {
        int limit = said.number(Knob.THREAD_LIMIT, 64);
        limit = corrections.atMost(5, "ThreadLimit", limit, mostThreads, "threads");
        limit = corrections.atLeastOne(7, "ThreadLimit", limit);
        return first.isEmpty()
                ? limit
                : corrections.asAtFirst(9, "ThreadLimit", limit, first.get().threadLimit());
    }

    private static int threads(int threads, int limit, Corrections corrections) {
        if (threads > limit) {
            corrections.warn(
                    10,
                    "ThreadsPerChild of %1$d exceeds ThreadLimit of %2$d threads, decreasing to %2$d. "
                            + "To increase, please see the ThreadLimit directive.",
                    "ThreadsPerChild of %1$d exceeds ThreadLimit of %2$d, decreasing to match",
                    threads,
                    limit);
            return limit;
        }
        return corrections.atLeastOne(12, "ThreadsPerChild", threads);
    }

    private static int workers(int workers, int threads, Corrections corrections) {
        if (workers < threads) {
            corrections.warn(
                    14,
                    "MaxRequestWorkers of %1$d is less than ThreadsPerChild of %2$d, increasing to %2$d. "
                            + "MaxRequestWorkers must be at least as large as the number of threads in a single server.",
                    "MaxRequestWorkers of %1$d is less than ThreadsPerChild of %2$d, increasing to match",
                    workers,
                    threads);
            return threads;
        }
        int rounded = workers - workers % threads;
        if (rounded != workers) {
            corrections.warn(
                    16,
                    "MaxRequestWorkers of %1$d is not an integer multiple of ThreadsPerChild of %2$d, "
                            + "decreasing to nearest multiple %3$d, for a maximum of %4$d servers.",
                    "MaxRequestWorkers of %1$d is not an integer multiple of ThreadsPerChild of %2$d, "
                            + "decreasing to nearest multiple %3$d",
                    workers,
                    threads,
                    rounded,
                    rounded / threads);
        }
        return rounded;
    }

    private static int active(int workers, int threads, int serverLimit, Corrections corrections) {
        int servers = workers / threads;
        if (servers <= serverLimit) {
            return servers;
        }
        corrections.warn(
                18,
                "MaxRequestWorkers of %1$d would require %2$d servers and would exceed ServerLimit of %3$d, "
                        + "decreasing to %4$d. To increase, please see the ServerLimit directive.",
                "MaxRequestWorkers of %1$d would require %2$d servers and exceed ServerLimit of %3$d, decreasing to %4$d",
                workers,
                servers,
                serverLimit,
                (long) serverLimit * threads);
        return serverLimit;
    }
}
