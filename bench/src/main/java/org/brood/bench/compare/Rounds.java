package org.brood.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brood.bench.server.CannedAnswer;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.server.Sizing;

/**
 * Puts every server that is fit through something, round by round: in each round each server has its turn, and each round
 * begins with another one, so that a disturbance of the machine hits no server more than the others.
 */
record Rounds(Bench bench, String workload) {
    /** One server's turn in one round. */
    interface Turn {
        void take(Server server) throws IOException, InterruptedException;
    }

    /** The servers that can do it; the others get the word that says why not. */
    List<Server> fit(Sizing sizing, Server.Need need) {
        List<Server> fit = new ArrayList<>();
        for (Server server : bench.servers()) {
            Optional<String> why = server.missing().or(() -> server.unfit(sizing, need));
            why.ifPresentOrElse(word -> bench.results().remark(workload, server.name(), word), () -> fit.add(server));
        }
        return fit;
    }

    /** Starts a server and waits for its first answer. */
    Optional<RunningServer> start(Server server, CannedAnswer answer) throws InterruptedException {
        try {
            RunningServer running = bench.fleet().start(server, answer);
            running.awaitFirstAnswer();
            return Optional.of(running);
        } catch (IOException broken) {
            failed(server, broken);
            return Optional.empty();
        }
    }

    /** @param servers may shrink while rounds run: a server that fails is out */
    void run(int rounds, List<Server> servers, Turn turn) throws InterruptedException {
        List<Server> left = new ArrayList<>(servers);
        for (int round = 0; round < rounds; round++) {
            for (int number = 0; number < servers.size(); number++) {
                Server server = servers.get((number + round) % servers.size());
                if (left.contains(server) && !take(turn, server)) {
                    left.remove(server);
                }
            }
        }
    }

    private boolean take(Turn turn, Server server) throws InterruptedException {
        try {
            turn.take(server);
            return true;
        } catch (IOException broken) {
            failed(server, broken);
            return false;
        }
    }

    private void failed(Server server, IOException broken) {
        bench.say("  " + server.name() + ": " + broken.getMessage());
        bench.results().disqualify(workload, server.name(), "failed: " + broken.getMessage());
        bench.fleet().stop(server);
    }
}
