package org.brood.bench.compare;

import java.io.IOException;
import org.brood.bench.load.LoadResult;
import org.brood.bench.load.LoadTool;
import org.brood.bench.load.Request;
import org.brood.bench.server.RunningServer;

/** A load with the server's CPU time around it. */
record Meter(LoadTool tool, Request request, int connections, int seconds) {
    /** @param cpuNanos user and system time of the whole server during the load */
    record Reading(LoadResult load, long cpuNanos) {
        double cpuMicrosPerRequest() {
            return cpuNanos / 1e3 / load.requests();
        }

        double cpuMillisPerGigabyte() {
            return cpuNanos / 1e6 / (load.bytes() / 1e9);
        }
    }

    Reading read(RunningServer server) throws IOException, InterruptedException {
        long before = server.tree().cpuNanos();
        LoadResult result = tool.run(server.port(), request, connections, seconds);
        long after = server.tree().cpuNanos();
        if (result.requests() == 0) {
            throw new IOException("answered nothing");
        }
        return new Reading(result, after - before);
    }

    /** Loads until another second makes it no cheaper by a twentieth, but not longer than the limit. */
    void warmUp(RunningServer server, int mostSeconds) throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        int worse = 0;
        for (int second = 0; second < mostSeconds && worse < 2; second++) {
            double now = new Meter(tool, request, connections, 1).read(server).cpuMicrosPerRequest();
            worse = now > best * 0.95 ? worse + 1 : 0;
            best = Math.min(best, now);
        }
    }
}
