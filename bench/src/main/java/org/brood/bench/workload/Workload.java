package org.brood.bench.workload;

import org.brood.bench.load.Request;
import org.brood.bench.server.Server;
import org.brood.bench.server.Sizing;

/** Something that all servers are put through. */
public sealed interface Workload {
    /** Short, unique: what the command line calls it. */
    String name();

    /** What a reader of the report calls it. */
    String title();

    /** Whether it belongs to a run that was not told which to choose. */
    boolean ordinary();

    /** As many requests as the server answers. */
    record Throughput(
            String name,
            String title,
            boolean ordinary,
            Request request,
            int connections,
            Sizing sizing,
            Server.Need need,
            Measure measure)
            implements Workload {
        public boolean keepsConnections() {
            return !"close".equals(request.headers().get("Connection"));
        }
    }

    /** What the CPU time of a throughput is divided by. */
    enum Measure {
        PER_REQUEST,
        PER_GIGABYTE,
        /** Per request, and besides: the rate as a share of what connections that each wait 50 ms could have at most. */
        OF_IDEAL_RATE
    }

    /** Connections that say nothing after one request, beside active ones. */
    record Idle(String name, String title, boolean ordinary, int idle) implements Workload {}

    /** Clients that take a large answer slowly, beside active ones. */
    record Slow(String name, String title, boolean ordinary, int readers) implements Workload {}

    /** From the execution of the program to its first answer, and what its idle children weigh. */
    record StartUp(String name, String title, boolean ordinary) implements Workload {}

    /** A graceful restart under full load. */
    record Restart(String name, String title, boolean ordinary, int connections) implements Workload {}

    /** The only child is killed. */
    record Recovery(String name, String title, boolean ordinary) implements Workload {}
}
