package org.brood.mpm.policy;

import java.util.List;
import java.util.stream.Stream;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.IdleAction;
import org.brood.conf.text.CNumber;

/**
 * The directives of the MPMs (manual pages mpm_common, prefork, worker, event). Whole numbers are read as atoi(3) does: junk
 * is 0, and is corrected like 0 later, with a warning.
 */
public final class MpmDirectives {
    private static final int MOST_LISTENER_THREADS = 64;

    private MpmDirectives() {}

    /** All that prefork knows. */
    public static List<DirectiveSpec> prefork() {
        return Stream.of(
                        common("AH00188", "256", "256"),
                        Stream.of(
                                number(
                                        "MinSpareServers",
                                        "5",
                                        "Minimum number of idle children, to handle request spikes",
                                        Knob.MIN_SPARE_SERVERS),
                                number(
                                        "MaxSpareServers",
                                        "10",
                                        "Maximum number of idle children",
                                        Knob.MAX_SPARE_SERVERS)))
                .flatMap(specs -> specs)
                .toList();
    }

    /** All that worker knows. */
    public static List<DirectiveSpec> worker() {
        return Stream.concat(common("AH00324", "16", "400"), threaded()).toList();
    }

    /** All that event knows. */
    public static List<DirectiveSpec> event() {
        return Stream.of(common("AH00521", "16", "400"), threaded(), Stream.of(workerFactor(), listenerThreads()))
                .flatMap(specs -> specs)
                .toList();
    }

    /** All that virtual knows. */
    public static List<DirectiveSpec> virtual() {
        return Stream.of(common("AH00521", "16", "400"), threaded(), Stream.of(workerFactor()))
                .flatMap(specs -> specs)
                .toList();
    }

    private static Stream<DirectiveSpec> common(String maxClientsId, String serverLimit, String maxRequestWorkers) {
        return Stream.of(
                number(
                        "StartServers",
                        "3, prefork: 5",
                        "Number of child processes launched at server startup",
                        Knob.START_SERVERS),
                number(
                        "ServerLimit",
                        serverLimit,
                        "Maximum number of child processes for this run of Apache",
                        Knob.SERVER_LIMIT),
                number(
                        "MaxRequestWorkers",
                        maxRequestWorkers,
                        "Maximum number of threads alive at the same time",
                        Knob.MAX_REQUEST_WORKERS),
                oldName(
                        "MaxClients",
                        "MaxRequestWorkers",
                        maxClientsId,
                        "MaxClients is deprecated, use MaxRequestWorkers instead.",
                        Knob.MAX_REQUEST_WORKERS),
                number(
                        "MaxConnectionsPerChild",
                        "0",
                        "Maximum number of connections a particular child serves before dying.",
                        Knob.MAX_CONNECTIONS_PER_CHILD),
                oldName(
                        "MaxRequestsPerChild",
                        "MaxConnectionsPerChild",
                        "AH00545",
                        "MaxRequestsPerChild is deprecated, use MaxConnectionsPerChild instead.",
                        Knob.MAX_CONNECTIONS_PER_CHILD),
                number(
                        "GracefulShutdownTimeout",
                        "0",
                        "Maximum time in seconds to wait for child processes to complete transactions during shutdown",
                        Knob.GRACEFUL_SHUTDOWN_TIMEOUT),
                bucketsRatio(),
                DirectiveSpec.global(
                        "ThreadStackSize",
                        Arguments.ONE,
                        "size",
                        "0",
                        "Size in bytes of stack used by threads handling client connections",
                        use -> say(use, Knob.THREAD_STACK_SIZE, size(use))),
                DirectiveSpec.global(
                        "MaxMemFree",
                        Arguments.ONE,
                        "KBytes",
                        "2048",
                        "Maximum number of 1k blocks a particular child's allocator may hold.",
                        new IdleAction(MpmDirectives::size)));
    }

    private static Stream<DirectiveSpec> threaded() {
        return Stream.of(
                number(
                        "ThreadLimit",
                        "64",
                        "Maximum number of worker threads per child process for this run of Apache - Upper limit for ThreadsPerChild",
                        Knob.THREAD_LIMIT),
                number("ThreadsPerChild", "25", "Number of threads each child creates", Knob.THREADS_PER_CHILD),
                number(
                        "MinSpareThreads",
                        "75",
                        "Minimum number of idle threads, to handle request spikes",
                        Knob.MIN_SPARE_THREADS),
                number("MaxSpareThreads", "250", "Maximum number of idle threads", Knob.MAX_SPARE_THREADS));
    }

    private static DirectiveSpec number(String name, String standard, String help, Knob knob) {
        return DirectiveSpec.global(
                name, Arguments.ONE, "number", standard, help, use -> say(use, knob, CNumber.atoi(use.argument(0))));
    }

    private static DirectiveSpec oldName(String name, String newName, String id, String message, Knob knob) {
        return DirectiveSpec.global(name, Arguments.ONE, "number", "", "old name of " + newName, use -> {
            use.inform(id, message);
            say(use, knob, CNumber.atoi(use.argument(0)));
        });
    }

    private static long size(DirectiveUse use) throws ConfigurationException {
        long value = CNumber.strtol(use.argument(0));
        if (value < 0) {
            throw new ConfigurationException(use.source(), "Invalid " + use.name() + " value: " + use.argument(0));
        }
        return value;
    }

    private static DirectiveSpec bucketsRatio() {
        String help = "Ratio between the number of CPU cores (online) and the number of listeners buckets";
        return DirectiveSpec.global("ListenCoresBucketsRatio", Arguments.ONE, "ratio", "0", help, use -> {
            int ratio = CNumber.atoi(use.argument(0));
            if (ratio < 1) {
                throw new ConfigurationException(use.source(), "ListenCoresBucketsRatio must be > 0");
            }
            say(use, Knob.LISTEN_CORES_BUCKETS_RATIO, ratio);
        });
    }

    private static DirectiveSpec workerFactor() {
        String help = "How many additional connects will be accepted per idle worker thread";
        return DirectiveSpec.global("AsyncRequestWorkerFactor", Arguments.ONE, "factor", "2", help, use -> {
            double factor = decimal(use);
            if (!(factor > 0)) {
                throw new ConfigurationException(
                        use.source(), "AsyncRequestWorkerFactor argument must be a positive number");
            }
            use.update(Said.KEY, said -> said.withWorkerFactor(factor));
        });
    }

    private static double decimal(DirectiveUse use) throws ConfigurationException {
        try {
            return Double.parseDouble(use.argument(0));
        } catch (NumberFormatException junk) {
            throw new ConfigurationException(use.source(), "error parsing value");
        }
    }

    private static DirectiveSpec listenerThreads() {
        String help =
                "threads of each child that hold its connections; auto spreads the cores over StartServers children";
        return DirectiveSpec.global("ListenerThreads", Arguments.ONE, "auto|number", "auto", help, use -> {
            boolean auto = use.argument(0).equalsIgnoreCase("auto");
            int threads = auto ? 0 : CNumber.atoi(use.argument(0));
            if (!auto && (threads < 1 || threads > MOST_LISTENER_THREADS)) {
                throw new ConfigurationException(
                        use.source(), "ListenerThreads must be auto or a number from 1 to " + MOST_LISTENER_THREADS);
            }
            say(use, Knob.LISTENER_THREADS, threads);
        });
    }

    private static void say(DirectiveUse use, Knob knob, long value) {
        use.update(Said.KEY, said -> said.with(knob, value));
    }
}
