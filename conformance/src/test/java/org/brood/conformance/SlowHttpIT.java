package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.RunningServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A steady client beside slowhttptest's attacks: no failure, and quick answers. */
class SlowHttpIT {

    private static final Path TOOL = Path.of("/usr/bin/slowhttptest");
    private static final Duration PAUSE = Duration.ofMillis(20);

    @ParameterizedTest(name = "slowhttptest {0}")
    @ValueSource(
            strings = {
                "-H -i 5 -x 24", // slow headers
                "-B -i 5 -s 8192 -x 10", // slow body
                "-X -w 512 -y 1024 -n 5 -z 32 -k 3", // slow read
                "-R -a 10 -b 3000" // overlapping ranges
            })
    void aSteadyClientBesideAnAttackSeesNoFailure(String attack) throws Exception {
        Models.beyondApache();
        if (!Files.isExecutable(TOOL)) {
            System.err.println("NOT ATTACKED: slowhttptest is not installed");
        }
        assumeTrue(Files.isExecutable(TOOL), "slowhttptest is not installed");
        int connections = Models.times(300, 1000);
        try (RunningServer server = Models.setup(Mpm.EVENT)
                .modules("reqtimeout")
                .directives("StartServers 2\nAsyncRequestWorkerFactor 1000\nTimeout 30")
                .file("htdocs/page.html", "<p>steady</p>\n".repeat(2000))
                .start()) {
            server.expect("AH\\d+|MaxRequestWorkers|reqtimeout");
            Process attacker = attack(server, attack, connections);
            List<Long> micros = new ArrayList<>();
            while (attacker.isAlive()) {
                long start = System.nanoTime();
                assertThat(server.get("/index.html").status()).isEqualTo(200);
                micros.add((System.nanoTime() - start) / 1000);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            attacker.waitFor(10, TimeUnit.SECONDS);
            Collections.sort(micros);
            long worst = micros.get((int) (micros.size() * 0.99));
            System.out.println(
                    "beside slowhttptest " + attack + ": " + micros.size() + " answers, p99 " + worst + " us");
            assertThat(worst).as("p99 in us").isLessThan(Boolean.getBoolean("long") ? 250_000 : 1_000_000);
        }
    }

    private static Process attack(RunningServer server, String options, int connections) throws IOException {
        List<String> command = new ArrayList<>(List.of(TOOL.toString()));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of(
                "-c",
                Integer.toString(connections),
                "-r",
                "300",
                "-l",
                Long.toString(Models.lasting(6, 60).toSeconds()),
                "-p",
                "5",
                "-u",
                "http://" + server.site().address() + ":" + server.site().port() + "/page.html"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(server.site().root().resolve("attack.txt").toFile())
                .start();
    }
}
