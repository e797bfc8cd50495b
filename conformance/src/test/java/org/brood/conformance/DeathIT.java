package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.brood.conformance.client.Answer;
import org.brood.conformance.client.Connection;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.ProcessTable;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.Wait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left when processes die, planned or not. */
class DeathIT {

    private static final String MURDER = "AH00052|exit signal Killed|killed by|AH1039[23]";

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void killedChildrenLoseOnlyTheirOwnRequestsAndAreReplaced(Mpm mpm) throws Exception {
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 2, 4)).start()) {
            server.expect(MURDER);
            int full = server.children().size();
            int clients = 4;
            Load load = Load.on(server, 2, 2);
            int kills = Models.times(3, 20);
            for (int i = 0; i < kills; i++) {
                List<Long> children = server.children();
                Long victim = children.get(i % children.size());
                server.signal("KILL", victim);
                long enough = load.answered() + 50;
                Wait.until("answers from the others", () -> load.answered() > enough);
            }
            // A death takes with it what its process held: at most one request of each client.
            assertThat(load.stop()).hasSizeLessThanOrEqualTo(kills * clients);
            int enough = server.site().product().name().equals("apache") ? 1 : full; // it only restores MinSpare
            Wait.until(
                    Duration.ofSeconds(10),
                    "full strength",
                    () -> server.children().size() >= enough);
            assertThat(server.get("/").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h8ServiceIsBackSoonAfterAllChildrenDied(Mpm mpm) {
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 2, 2)).start()) {
            server.expect(MURDER);
            List<Long> all = server.children();
            all.forEach(child -> server.signal("KILL", child));
            Wait.until(Duration.ofSeconds(8), "an answer", server::answers);
            assertThat(server.children()).isNotEmpty().doesNotContainAnyElementsOf(all);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void childrenDrainAndLeaveWhenTheParentIsKilled(Mpm mpm) throws Exception {
        Models.beyondApache();
        try (RunningServer server =
                        Models.scripts(mpm).directives(Models.size(mpm, 2, 2)).start();
                Connection connection = server.connect()) {
            connection
                    .send("GET /cgi-bin/slow?2 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .begun();
            Wait.until("a busy worker", () -> server.status().number("BusyWorkers") >= 2);
            List<Long> children = server.children();
            server.signal("KILL");
            Answer answer = connection.answer();
            assertThat(answer.text()).isEqualTo("begin\nend\n");
            Wait.until(
                    Duration.ofSeconds(15),
                    "the end of the children",
                    () -> children.stream().noneMatch(ProcessTable::alive));
            java.nio.file.Files.deleteIfExists(server.site().pidFile());
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h40AChildThatServesOneConnectionAnswersIt(Mpm mpm) throws Exception {
        Models.beyondApache();
        budget(mpm, 1, 30);
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h7SmallBudgetsUnderLoadAndHangUpsKeepCapacity(Mpm mpm) throws Exception {
        Models.beyondApache();
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 2, 4))
                .directives("MaxConnectionsPerChild 10")
                .start()) {
            server.expect("AH00161|AH00286|AH00484|MaxRequestWorkers");
            Load load = Load.on(server, 0, 3);
            for (int i = 0; i < 2; i++) {
                long enough = load.answered() + 60;
                Wait.until("answers", () -> load.answered() > enough);
            }
            assertThat(load.stop()).isEmpty();
            server.signal("HUP");
            Wait.until("the next generation", () -> server.generation() == 1);
            Load again = Load.on(server, 0, 3);
            Wait.until("answers", () -> again.answered() > 60);
            assertThat(again.stop()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mpm.class,
            names = {"PREFORK", "EVENT"})
    void h6H37IdleChildrenLeaveAfterAPeakAndABusyOneFinishes(Mpm mpm) throws Exception {
        String spare = mpm == Mpm.PREFORK
                ? "StartServers 1\nMinSpareServers 1\nMaxSpareServers 2\nMaxRequestWorkers 10\n"
                : "StartServers 1\nThreadsPerChild 2\nMinSpareThreads 1\nMaxSpareThreads 4\nMaxRequestWorkers 10\n";
        try (RunningServer server = Models.scripts(mpm).directives(spare).start();
                Connection longest = server.connect()) {
            server.expect("AH00161|AH00484|AH10159|MaxRequestWorkers");
            longest.send("GET /cgi-bin/slow?14 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .begun();
            List<Connection> peak = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                peak.add(server.connect().send("GET /cgi-bin/slow?5 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }
            Wait.until("more children", () -> server.children().size() >= 4);
            for (Connection connection : peak) {
                assertThat(connection.answer().text()).endsWith("end\n");
                connection.close();
            }
            Wait.until(
                    Duration.ofSeconds(40),
                    "fewer children",
                    () -> server.children().size() <= 4);
            assertThat(longest.answer().text()).isEqualTo("begin\nend\n");
        }
    }

    private static void budget(Mpm mpm, int connections, int requests) throws IOException {
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 2, 2))
                .directives("MaxConnectionsPerChild " + connections)
                .start()) {
            for (int i = 0; i < requests; i++) {
                assertThat(server.get("/").status()).isEqualTo(200);
            }
        }
    }
}
