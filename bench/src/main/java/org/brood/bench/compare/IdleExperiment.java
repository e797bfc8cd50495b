package org.brood.bench.compare;

import java.io.IOException;
import java.util.Optional;
import org.brood.bench.load.IdleConnections;
import org.brood.bench.load.Request;
import org.brood.bench.proc.MemoryUse;
import org.brood.bench.report.Metric;
import org.brood.bench.server.CannedAnswer;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.server.Sizing;
import org.brood.bench.workload.Workload.Idle;

/**
 * Runs an {@link Idle}: one server after the other, because the machine could not hold all of them full of connections. Memory is
 * weighed after a warm-up and again with the connections open, so what is counted is what they cost, not what the program does.
 */
final class IdleExperiment {
    private static final Request ACTIVE = Request.get("/1k.html");
    private static final int ACTIVE_CONNECTIONS = 16;

    private final Bench bench;
    private final Idle workload;
    private final Rounds rounds;
    private final Meter meter;

    IdleExperiment(Bench bench, Idle workload) {
        this.bench = bench;
        this.workload = workload;
        this.rounds = new Rounds(bench, workload.name());
        this.meter = new Meter(
                bench.tool(), ACTIVE, ACTIVE_CONNECTIONS, bench.options().seconds());
    }

    void run() throws InterruptedException {
        Sizing sizing = Sizing.idle(workload.idle());
        bench.fleet().adopt(sizing);
        rounds.run(1, rounds.fit(sizing, Server.Need.FILES), this::measure);
    }

    private void measure(Server server) throws IOException, InterruptedException {
        CannedAnswer answer =
                new CannedAnswer(200, Optional.of(bench.fleet().site().document("/1k.html")), false);
        Optional<RunningServer> running = rounds.start(server, answer);
        if (running.isPresent()) {
            meter.warmUp(running.get(), bench.options().warmUpSeconds(), Meter.STEADY_SECONDS);
            besideIdleOnes(running.get());
            bench.fleet().stop(server);
        }
    }

    private void besideIdleOnes(RunningServer server) throws IOException, InterruptedException {
        MemoryUse before = server.tree().memory();
        try (IdleConnections idle = IdleConnections.open(server.port(), workload.idle())) {
            MemoryUse after = server.tree().memory();
            double bytes = 1024.0 * (after.pssKib() - before.pssKib()) / idle.count();
            add(server, Metric.BYTES_PER_CONNECTION, Math.max(0, bytes));
            add(server, Metric.PSS, after.pssKib() / 1024.0);
            for (int round = 0; round < bench.options().rounds(); round++) {
                Meter.Reading reading = meter.read(server);
                add(server, Metric.CPU, reading.cpuMicrosPerRequest());
                add(server, Metric.RATE, reading.load().perSecond());
                add(server, Metric.P50, reading.load().p50Micros());
                add(server, Metric.P99, reading.load().p99Micros());
            }
        }
    }

    private void add(RunningServer server, Metric metric, double value) {
        bench.results().add(workload.name(), server.server().name(), metric, value);
    }
}
