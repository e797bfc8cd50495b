package org.brood.mpm.policy;

import java.util.Optional;
import org.brood.conf.Settings;
import org.brood.mpm.spi.Mpm.Warnings;
import org.brood.mpm.spi.MpmSettings;

/** prefork's settings: checks and corrections in httpd's order. */
public final class PreforkPolicy {
    private static final int FIRST_ID = 175;
    private static final int MOST_SERVERS = 200_000;

    private PreforkPolicy() {}

    /** @param cores of this machine, for the listener buckets */
    public static MpmSettings settings(Settings server, Optional<MpmSettings> first, Warnings warnings, int cores) {
        Said said = server.get(Said.KEY);
        Corrections corrections = new Corrections(FIRST_ID, warnings);
        int serverLimit = serverLimit(said, first, corrections);
        int workers = workers(said.number(Knob.MAX_REQUEST_WORKERS, 256), serverLimit, corrections);
        int start = corrections.atLeastOne(9, "StartServers", said.number(Knob.START_SERVERS, 5));
        int minSpare = corrections.atLeastOneSpare(11, "MinSpareServers", said.number(Knob.MIN_SPARE_SERVERS, 5));
        int buckets = Buckets.count(said, cores);
        minSpare = Math.max(minSpare, buckets);
        int active = Math.max(workers, buckets);
        return new MpmSettings(
                serverLimit,
                1,
                1,
                workers,
                active,
                Math.clamp(start, buckets, active),
                minSpare,
                Math.max(said.number(Knob.MAX_SPARE_SERVERS, 10), minSpare + buckets),
                Math.max(0, said.number(Knob.MAX_CONNECTIONS_PER_CHILD, 0)),
                1,
                0,
                buckets,
                Math.max(0, said.number(Knob.GRACEFUL_SHUTDOWN_TIMEOUT, 0)),
                said.wide(Knob.THREAD_STACK_SIZE));
    }

    private static int serverLimit(Said said, Optional<MpmSettings> first, Corrections corrections) {
        int limit = said.number(Knob.SERVER_LIMIT, 256);
        limit = corrections.atMost(0, "ServerLimit", limit, MOST_SERVERS, "servers");
        limit = corrections.atLeastOne(2, "ServerLimit", limit);
        return first.isEmpty()
                ? limit
                : corrections.asAtFirst(4, "ServerLimit", limit, first.get().serverLimit());
    }

    private static int workers(int workers, int serverLimit, Corrections corrections) {
        if (workers > serverLimit) {
            corrections.warn(
                    5,
                    "MaxRequestWorkers of %1$d exceeds ServerLimit value of %2$d servers, "
                            + "decreasing MaxRequestWorkers to %2$d. "
                            + "To increase, please see the ServerLimit directive.",
                    "MaxRequestWorkers of %1$d exceeds ServerLimit value of %2$d, decreasing to match",
                    workers,
                    serverLimit);
            return serverLimit;
        }
        return corrections.atLeastOne(7, "MaxRequestWorkers", workers);
    }
}
