package org.brood.bench.compare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.brood.bench.proc.ProcessStat;
import org.brood.bench.report.Metric;
import org.brood.bench.server.CannedAnswer;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.server.Sizing;
import org.brood.bench.workload.Workload.Recovery;

/**
 * Runs a {@link Recovery}: the one child that serves is killed, and a client asks on fresh connections until it has an answer. With
 * more children the others would answer, and the hole would not show.
 */
final class RecoveryExperiment {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Bench bench;
    private final Recovery workload;
    private final Rounds rounds;

    RecoveryExperiment(Bench bench, Recovery workload) {
        this.bench = bench;
        this.workload = workload;
        this.rounds = new Rounds(bench, workload.name());
    }

    void run() throws InterruptedException {
        bench.fleet().adopt(Sizing.LONELY);
        rounds.run(bench.options().rounds(), rounds.fit(Sizing.LONELY, Server.Need.SUPERVISION), this::measure);
    }

    private void measure(Server server) throws IOException, InterruptedException {
        RunningServer running = bench.fleet().start(server, new CannedAnswer(200, Optional.empty(), false));
        running.awaitFirstAnswer();
        List<ProcessStat> children = running.tree().children();
        for (ProcessStat child : children) {
            RunningServer.signal("KILL", child.pid());
        }
        long killed = System.nanoTime();
        while (!running.answers()) {
            if (System.nanoTime() - killed > PATIENCE_NANOS) {
                throw new IOException("did not recover within 30 s");
            }
            Thread.sleep(1);
        }
        bench.results().add(workload.name(), server.name(), Metric.RECOVERY, (System.nanoTime() - killed) / 1e6);
    }
}
