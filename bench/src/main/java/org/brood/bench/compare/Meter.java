package org.brood.bench.compare;

import java.io.IOException;
import org.brood.bench.load.LoadResult;
import org.brood.bench.load.LoadTool;
import org.brood.bench.load.Request;
import org.brood.bench.server.RunningServer;

/** A load with the server's CPU time around it. */
record Meter(LoadTool tool, Request request, int connections, int seconds) {
    /** For a program that has just been started. */
    static final int STEADY_SECONDS = 4;

    private static final double STEP = 0.95;

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

    /**
     * Loads until so many seconds in a row were no cheaper by a twentieth than the best before, but not longer than the limit. A
     * virtual machine gets faster in steps with pauses between them, the longer the busier the machine is.
     */
    void warmUp(RunningServer server, int mostSeconds, int steadySeconds) throws IOException, InterruptedException {
        Meter second = new Meter(tool, request, connections, 1);
        double best = Double.MAX_VALUE;
        int worse = 0;
        for (int number = 0; number < mostSeconds && worse < steadySeconds; number++) {
            double now = second.read(server).cpuMicrosPerRequest();
            worse = now > best * STEP ? worse + 1 : 0;
            best = Math.min(best, now);
        }
    }
}
