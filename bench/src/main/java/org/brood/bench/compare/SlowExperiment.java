package org.brood.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brood.bench.load.Request;
import org.brood.bench.load.SlowReaders;
import org.brood.bench.proc.MemoryUse;
import org.brood.bench.report.Metric;
import org.brood.bench.server.CannedAnswer;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.server.Sizing;
import org.brood.bench.workload.Workload.Slow;

/** Runs a {@link Slow}: what dawdling readers cost in memory, and what the quick ones beside them notice of it. */
final class SlowExperiment {
    private static final Request DAWDLED = Request.get("/large/1m.bin");
    private static final Request ACTIVE = Request.get("/1k.html");
    private static final int ACTIVE_CONNECTIONS = 16;

    private final Bench bench;
    private final Slow workload;
    private final Rounds rounds;
    private final Meter meter;

    SlowExperiment(Bench bench, Slow workload) {
        this.bench = bench;
        this.workload = workload;
        this.rounds = new Rounds(bench, workload.name());
        this.meter = new Meter(
                bench.tool(), ACTIVE, ACTIVE_CONNECTIONS, bench.options().seconds());
    }

    void run() throws InterruptedException {
        bench.fleet().adopt(Sizing.BLOCKING);
        List<Server> fit = new ArrayList<>(rounds.fit(Sizing.BLOCKING, Server.Need.FILES));
        // Its one canned answer cannot be the small and the large one at once.
        fit.removeIf(server -> server.restartSignal().isEmpty());
        List<Server> warm = new ArrayList<>();
        rounds.run(1, fit, server -> {
            if (warmUp(server)) {
                warm.add(server);
            }
        });
        rounds.run(bench.options().rounds(), warm, this::measure);
    }

    private boolean warmUp(Server server) throws IOException, InterruptedException {
        Optional<RunningServer> running = rounds.start(server, nothing());
        if (running.isPresent()) {
            meter.warmUp(running.get(), bench.options().warmUpSeconds(), Meter.STEADY_SECONDS);
        }
        return running.isPresent();
    }

    private void measure(Server server) throws IOException, InterruptedException {
        RunningServer running = bench.fleet().start(server, nothing());
        MemoryUse before = running.tree().memory();
        try (SlowReaders readers = SlowReaders.start(running.port(), DAWDLED, workload.readers())) {
            Meter.Reading reading = meter.read(running);
            MemoryUse during = running.tree().memory();
            add(server, Metric.CPU, reading.cpuMicrosPerRequest());
            add(server, Metric.RATE, reading.load().perSecond());
            add(server, Metric.P50, reading.load().p50Micros());
            add(server, Metric.P99, reading.load().p99Micros());
            double bytes = 1024.0 * (during.pssKib() - before.pssKib()) / readers.count();
            add(server, Metric.BYTES_PER_CONNECTION, Math.max(0, bytes));
        }
    }

    private static CannedAnswer nothing() {
        return new CannedAnswer(200, Optional.empty(), false);
    }

    private void add(Server server, Metric metric, double value) {
        bench.results().add(workload.name(), server.name(), metric, value);
    }
}
