package org.brood.bench.server;

import java.util.Locale;
import java.util.Optional;

/** How httpd's family runs connections; {@link #VIRTUAL} is Brood's own. */
public enum Mpm {
    EVENT,
    WORKER,
    PREFORK,
    VIRTUAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The directives that prepare for a load; counts are fixed from the start, so that no round pays for growth. */
    String directives(Sizing sizing) {
        return switch (this) {
            case PREFORK -> prefork(Math.max(sizing.children(), sizing.connections()));
            case WORKER -> threads(workers(sizing), sizing.threads());
            case EVENT, VIRTUAL -> threads(sizing.children(), sizing.threads()) + asynchronous(sizing);
        };
    }

    /** Why a load of this size is not for it, or nothing. */
    Optional<String> unfit(Sizing sizing, int mostProcesses, int mostThreads) {
        return switch (this) {
            case PREFORK ->
                sizing.connections() > mostProcesses
                        ? Optional.of("needs a process for each connection")
                        : Optional.empty();
            case WORKER ->
                sizing.connections() > mostThreads
                        ? Optional.of("needs a thread for each connection")
                        : Optional.empty();
            case EVENT, VIRTUAL -> Optional.empty();
        };
    }

    private static int workers(Sizing sizing) {
        return Math.max(sizing.children(), Math.ceilDiv(sizing.connections(), sizing.threads()));
    }

    private static String prefork(int processes) {
        return """
                StartServers %1$d
                MinSpareServers 1
                MaxSpareServers %1$d
                ServerLimit %1$d
                MaxRequestWorkers %1$d
                """.formatted(processes);
    }

    private static String threads(int children, int threads) {
        return """
                StartServers %1$d
                ServerLimit %1$d
                ThreadLimit %2$d
                ThreadsPerChild %2$d
                MaxRequestWorkers %3$d
                MinSpareThreads 1
                MaxSpareThreads %3$d
                """.formatted(children, threads, children * threads);
    }

    private static String asynchronous(Sizing sizing) {
        int factor = Math.max(2, Math.ceilDiv(sizing.connectionsPerChild(), sizing.threads() / 2));
        return "AsyncRequestWorkerFactor " + factor + "\n";
    }
}
