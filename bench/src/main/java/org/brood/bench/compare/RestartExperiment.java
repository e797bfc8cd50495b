package org.brood.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.brood.bench.load.LoadCounts;
import org.brood.bench.load.NioLoad;
import org.brood.bench.load.Request;
import org.brood.bench.proc.ProcessStat;
import org.brood.bench.report.Metric;
import org.brood.bench.server.CannedAnswer;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.server.Sizing;
import org.brood.bench.workload.Workload.Restart;

/** Runs a {@link Restart}: a closed-loop load goes on while the server replaces its children, and every request is accounted for. */
final class RestartExperiment {
    private static final int BEFORE = 0;
    private static final int DURING = 1;
    private static final int BEFORE_SECONDS = 2;
    private static final int DURING_SECONDS = 3;

    private final Bench bench;
    private final Restart workload;
    private final Rounds rounds;
    private final Request request = Request.get("/1k.html");

    RestartExperiment(Bench bench, Restart workload) {
        this.bench = bench;
        this.workload = workload;
        this.rounds = new Rounds(bench, workload.name());
    }

    void run() throws InterruptedException {
        bench.fleet().adopt(Sizing.RESTARTED);
        List<Server> ready = new ArrayList<>();
        rounds.run(1, rounds.fit(Sizing.RESTARTED, Server.Need.SUPERVISION), server -> {
            Optional<RunningServer> running = rounds.start(server, nothing());
            if (running.isPresent()) {
                new Meter(bench.tool(), request, workload.connections(), 1)
                        .warmUp(running.get(), bench.options().warmUpSeconds(), Meter.STEADY_SECONDS);
                ready.add(server);
            }
        });
        rounds.run(bench.options().rounds(), ready, this::measure);
    }

    private void measure(Server server) throws IOException, InterruptedException {
        RunningServer running = bench.fleet().start(server, nothing());
        Set<Long> old = pids(running);
        try (NioLoad load = NioLoad.start(running.port(), request, workload.connections(), 2)) {
            TimeUnit.SECONDS.sleep(BEFORE_SECONDS);
            load.enter(DURING);
            running.restartGracefully();
            TimeUnit.SECONDS.sleep(DURING_SECONDS);
            record(server, load.stop());
        }
        Set<Long> fresh = new HashSet<>(pids(running));
        fresh.removeAll(old);
        if (fresh.isEmpty()) {
            bench.results().remark(workload.name(), server.name(), "no child was replaced");
        }
    }

    private void record(Server server, List<LoadCounts> phases) {
        double before = phases.get(BEFORE).latencies().percentile(0.99) / 1e3;
        double during = phases.get(DURING).latencies().percentile(0.99) / 1e3;
        add(server, Metric.LOST, phases.get(DURING).lost() + phases.get(DURING).unexpected());
        add(server, Metric.CUT, phases.get(DURING).cut());
        add(server, Metric.P99_BEFORE, before);
        add(server, Metric.P99_DURING, during);
        add(server, Metric.P99_GROWTH, during / before);
    }

    private static Set<Long> pids(RunningServer server) {
        return server.tree().children().stream().map(ProcessStat::pid).collect(Collectors.toSet());
    }

    private static CannedAnswer nothing() {
        return new CannedAnswer(200, Optional.empty(), false);
    }

    private void add(Server server, Metric metric, double value) {
        bench.results().add(workload.name(), server.name(), metric, value);
    }
}
