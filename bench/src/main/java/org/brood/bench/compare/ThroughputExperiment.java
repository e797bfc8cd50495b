package org.brood.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brood.bench.load.Probe;
import org.brood.bench.report.Metric;
import org.brood.bench.server.CannedAnswer;
import org.brood.bench.server.Limit;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.workload.Workload.Throughput;

/** Runs a {@link Throughput}: check, warm up, rounds, check, weigh. */
final class ThroughputExperiment {
    /** Connections that wait 50 ms for each answer have no more than this many answers a second each. */
    private static final double IDEAL_PER_CONNECTION = 20;

    private static final int MOST_WHEN_WARM = 10;
    private static final int STEADY_WHEN_WARM = 2;

    private final Bench bench;
    private final Throughput workload;
    private final Rounds rounds;
    private final Meter meter;
    private final AnswerCheck check;

    ThroughputExperiment(Bench bench, Throughput workload) {
        this.bench = bench;
        this.workload = workload;
        this.rounds = new Rounds(bench, workload.name());
        this.meter = new Meter(
                bench.tool(),
                workload.request(),
                workload.connections(),
                bench.options().seconds());
        this.check = new AnswerCheck(bench.fleet().site(), workload.request());
    }

    void run() throws InterruptedException {
        bench.fleet().adopt(workload.sizing());
        List<Server> ready = new ArrayList<>();
        List<Server> fit = rounds.fit(workload.sizing(), workload.need());
        rounds.run(1, fit, server -> {
            if (prepare(server)) {
                ready.add(server);
            }
        });
        rounds.run(bench.options().rounds(), ready, server -> measure(running(server)));
        rounds.run(1, ready, server -> {
            if (bench.fleet().runs(server)) {
                check.after(running(server));
                weigh(running(server));
            }
        });
    }

    private boolean prepare(Server server) throws IOException, InterruptedException {
        boolean fresh = !bench.fleet().runs(server);
        Optional<RunningServer> started = rounds.start(server, answer());
        if (started.isEmpty()) {
            return false;
        }
        if (workload.need() == Server.Need.BLOCKING_HANDLER && hasNone(started.get())) {
            bench.results().remark(workload.name(), server.name(), "has no handler that blocks");
            return false;
        }
        check.before(started.get());
        warmUp(started.get(), fresh);
        return true;
    }

    /** A server that ran other work before has its common parts warm already. */
    private void warmUp(RunningServer server, boolean fresh) throws IOException, InterruptedException {
        int most = bench.options().warmUpSeconds();
        if (server.server() instanceof Limit) {
            meter.warmUp(server, 1, 1);
        } else if (fresh) {
            meter.warmUp(server, most, Meter.STEADY_SECONDS);
        } else {
            meter.warmUp(server, Math.min(MOST_WHEN_WARM, most), STEADY_WHEN_WARM);
        }
    }

    private boolean hasNone(RunningServer server) throws IOException, InterruptedException {
        return Probe.ask(server.port(), workload.request()).getFirst().status() == 404;
    }

    private RunningServer running(Server server) throws IOException {
        return bench.fleet().start(server, answer());
    }

    private void measure(RunningServer server) throws IOException, InterruptedException {
        Meter.Reading reading = meter.read(server);
        add(server, Metric.RATE, reading.load().perSecond());
        add(server, Metric.P50, reading.load().p50Micros());
        add(server, Metric.P99, reading.load().p99Micros());
        switch (workload.measure()) {
            case PER_REQUEST -> add(server, Metric.CPU, reading.cpuMicrosPerRequest());
            case PER_GIGABYTE -> add(server, Metric.CPU_PER_GB, reading.cpuMillisPerGigabyte());
            case OF_IDEAL_RATE -> {
                double ideal = IDEAL_PER_CONNECTION * workload.connections();
                add(server, Metric.CPU, reading.cpuMicrosPerRequest());
                add(server, Metric.IDEAL, 100 * reading.load().perSecond() / ideal);
            }
        }
        if (reading.load().failed() > 0) {
            String words = reading.load().failed() + " of " + reading.load().requests() + " requests failed";
            bench.results().remark(workload.name(), server.server().name(), words);
        }
    }

    private void weigh(RunningServer server) {
        add(server, Metric.PSS, server.tree().memory().pssKib() / 1024.0);
    }

    private void add(RunningServer server, Metric metric, double value) {
        bench.results().add(workload.name(), server.server().name(), metric, value);
    }

    private CannedAnswer answer() {
        String path = workload.request().paths().getFirst();
        Path file = bench.fleet().site().document(path.endsWith("/") ? path + "index.html" : path);
        boolean hasBody = workload.request().status() == 200 && Files.isRegularFile(file);
        return new CannedAnswer(
                workload.request().status(),
                hasBody ? Optional.of(file) : Optional.empty(),
                !workload.keepsConnections());
    }
}
