package org.brood.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.brood.bench.proc.MemoryUse;
import org.brood.bench.proc.ProcessStat;
import org.brood.bench.proc.ProcessTree;
import org.brood.bench.report.Metric;
import org.brood.bench.server.CannedAnswer;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.server.Sizing;
import org.brood.bench.workload.Workload.StartUp;

/**
 * Runs a {@link StartUp}. A child cannot be asked from outside when it was ready, so a server with one child is started too: that
 * child gave the first answer, and the kernel knows when it was born, to 10 ms.
 */
final class StartUpExperiment {
    private static final long SETTLED_MILLIS = 500;
    private static final int MOST_CHECKS = 60;

    private final Bench bench;
    private final StartUp workload;
    private final Rounds rounds;

    StartUpExperiment(Bench bench, StartUp workload) {
        this.bench = bench;
        this.workload = workload;
        this.rounds = new Rounds(bench, workload.name());
    }

    void run() throws InterruptedException {
        bench.fleet().adopt(Sizing.FRESH);
        rounds.run(bench.options().rounds(), rounds.fit(Sizing.FRESH, Server.Need.SUPERVISION), this::wholeServer);
        bench.fleet().adopt(Sizing.LONELY);
        rounds.run(bench.options().rounds(), rounds.fit(Sizing.LONELY, Server.Need.SUPERVISION), this::onlyChild);
    }

    private void wholeServer(Server server) throws IOException, InterruptedException {
        RunningServer running = bench.fleet().start(server, nothing());
        add(server, Metric.FIRST_ANSWER, running.awaitFirstAnswer() / 1e6);
        List<ProcessStat> children = settled(running.tree());
        MemoryUse memory = ProcessTree.memory(children);
        add(server, Metric.CHILD_PSS, memory.pssKib() / 1024.0 / children.size());
        add(server, Metric.CHILD_PRIVATE, memory.privateKib() / 1024.0 / children.size());
        add(server, Metric.PSS, running.tree().memory().pssKib() / 1024.0);
        bench.fleet().stop(server);
    }

    private void onlyChild(Server server) throws IOException, InterruptedException {
        RunningServer running = bench.fleet().start(server, nothing());
        running.awaitFirstAnswer();
        double now = uptimeMillis();
        List<ProcessStat> children = running.tree().children();
        if (!children.isEmpty()) {
            double born = children.getFirst().startTicks() * 1000.0 / ProcessStat.TICKS_PER_SECOND;
            add(server, Metric.CHILD_READY, Math.max(0, now - born));
        }
        bench.fleet().stop(server);
    }

    /** The children when their number has not changed for a while. */
    private List<ProcessStat> settled(ProcessTree tree) throws IOException, InterruptedException {
        List<ProcessStat> last = List.of();
        for (int look = 0; look < MOST_CHECKS; look++) {
            List<ProcessStat> now = tree.children();
            if (!now.isEmpty() && now.size() == last.size()) {
                return now;
            }
            last = now;
            Thread.sleep(SETTLED_MILLIS);
        }
        throw new IOException("the number of children does not settle");
    }

    private static double uptimeMillis() throws IOException {
        return 1000
                * Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
    }

    private static CannedAnswer nothing() {
        return new CannedAnswer(200, Optional.empty(), false);
    }

    private void add(Server server, Metric metric, double value) {
        bench.results().add(workload.name(), server.name(), metric, value);
    }
}
