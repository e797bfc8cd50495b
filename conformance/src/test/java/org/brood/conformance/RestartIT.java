package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.brood.conformance.client.Answer;
import org.brood.conformance.client.Connection;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.ProcessTable;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.Site;
import org.brood.conformance.server.Wait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients see of restarts. H numbers are those of the hazards that httpd's history left behind. */
class RestartIT {

    private static final Duration DRAIN = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h13GracefulRestartsUnderLoadLoseNothingAndLeaveNoOldChild(Mpm mpm) throws Exception {
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 2, 3)).start()) {
            server.expect("AH00161|AH00286|AH00484|MaxRequestWorkers|scoreboard is full");
            Load load = Load.on(server, 4, 2);
            Duration pause = Models.lasting(1, 3);
            int restarts = Models.times(4, 20);
            List<Long> old = new ArrayList<>();
            for (int i = 1; i <= restarts; i++) {
                answersGoOn(load, pause);
                old.addAll(server.children());
                server.signal("USR1");
                int generation = i;
                Wait.until("generation " + i, () -> server.generation() == generation);
            }
            answersGoOn(load, pause);
            assertThat(load.stop()).isEmpty();
            Wait.until(DRAIN, "the end of the old children", () -> living(old, server) == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h1ConnectionsOfTheFirstMomentAreAnswered(Mpm mpm) throws Exception {
        // Another address than the clients': one that knocks at a free port of its own can meet itself.
        Site site = Models.setup(mpm)
                .address("127.0.0.2")
                .directives(Models.size(mpm, 1, 2))
                .site();
        List<CompletableFuture<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(CompletableFuture.supplyAsync(() -> firstAnswer(site), Thread::startVirtualThread));
        }
        try (RunningServer server = site.start()) {
            server.expect("AH00161|AH00286|AH00484|MaxRequestWorkers");
            for (CompletableFuture<Integer> client : clients) {
                assertThat(client.get()).isEqualTo(200);
            }
        }
    }

    /** Knocks until somebody listens, and then insists on an answer. */
    private static int firstAnswer(Site site) {
        while (true) {
            try (Connection connection = Connection.open(site.address(), site.port())) {
                return connection.get("/").status();
            } catch (ConnectException notYet) {
                Thread.onSpinWait();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#parking")
    void h4IdleKeptAliveConnectionsEndWithTheirChild(Mpm mpm) throws Exception {
        try (RunningServer server = Models.setup(mpm)
                        .directives(Models.size(mpm, 1, 4))
                        .directives("KeepAliveTimeout 60")
                        .start();
                Connection idle = server.connect()) {
            assertThat(idle.get("/").status()).isEqualTo(200);
            List<Long> old = server.children();
            server.signal("USR1");
            assertThat(idle.closedWithin(Duration.ofSeconds(10)))
                    .as("end of file")
                    .isTrue();
            Wait.until(DRAIN, "the end of the old child", () -> living(old, server) == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h5PeersThatNeverCloseDoNotKeepAnOldChild(Mpm mpm) throws Exception {
        try (RunningServer server =
                        Models.setup(mpm).directives(Models.size(mpm, 1, 4)).start();
                Connection first = server.connect();
                Connection second = server.connect()) {
            for (Connection connection : List.of(first, second)) {
                connection.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(connection.answer().status()).isEqualTo(200);
            }
            List<Long> old = server.children();
            server.signal("USR1");
            Wait.until(Duration.ofSeconds(12), "the end of the old child", () -> living(old, server) == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mpm.class,
            names = {"WORKER", "EVENT"})
    void h3RestartsWithLongRequestsKeepCapacityAndServerLimit(Mpm mpm) throws Exception {
        try (RunningServer server =
                Models.scripts(mpm).directives(Models.size(mpm, 2, 4)).start()) {
            server.expect("AH03490|AH00288|scoreboard is full");
            List<Connection> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Connection connection = server.connect();
                connection
                        .send("GET /cgi-bin/slow?3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .begun()
                        .begun();
                running.add(connection);
                server.signal("USR1");
                int generation = i + 1;
                Wait.until("generation " + generation, () -> server.generation() == generation);
                // ServerLimit 6, and ours keeps as many slots again for those that finish what they have begun
                assertThat(server.children().size()).isLessThanOrEqualTo(12);
            }
            for (Connection connection : running) {
                Answer answer = connection.answer();
                assertThat(answer.whole()).isTrue();
                assertThat(answer.text()).endsWith("end\n");
                connection.close();
            }
            Wait.until(DRAIN, "full capacity", () -> server.children().size() == 2 && server.answers());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Mpm.class, names = "PREFORK")
    void h18IdlePreforkChildrenWithTwoListenersLeaveAtOnce(Mpm mpm) throws IOException {
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 3))
                .directives("Listen @address@:@port2@")
                .start()) {
            List<Long> old = server.children();
            server.signal("USR1");
            Wait.until(Duration.ofSeconds(8), "the end of the old children", () -> living(old, server) == 0);
            assertThat(server.get("/").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void aRequestInFlightIsAnsweredWholeAndAnnouncesTheClose(Mpm mpm) throws Exception {
        try (RunningServer server = Models.scripts(mpm)
                        .directives(Models.size(mpm, 1, 3))
                        .directives("LogLevel debug")
                        .script(
                                "cgi-bin/late",
                                "#!/bin/sh\nwhile [ ! -f ../htdocs/go ]; do sleep 0.5; done\n"
                                        + "printf 'Content-Type: text/plain\\n\\nlate\\n'\n")
                        .start();
                Connection connection = server.connect()) {
            connection.send("GET /cgi-bin/late HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Wait.until("a busy worker", () -> server.status().number("BusyWorkers") >= 2);
            server.signal("USR1");
            Wait.until(
                    "an old child that finishes", () -> server.site().errorLog().says("quiescing: pid"));
            assertThat(server.get("/").status()).isEqualTo(200);
            Files.createFile(server.site().root().resolve("htdocs/go"));
            Answer answer = connection.answer();
            assertThat(answer.text()).isEqualTo("late\n");
            assertThat(answer.field("Connection")).hasValue("close");
            assertThat(connection.closedWithin(Duration.ofSeconds(5))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void hangingUpServesAgainWithTheNewConfiguration(Mpm mpm) throws IOException {
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 1, 3)).start()) {
            List<Long> old = server.children();
            server.site().append("<Location /new>\n  Require all denied\n</Location>");
            server.signal("HUP");
            Wait.until(DRAIN, "the new configuration", () -> status(server, "/new") == 403);
            Wait.until(DRAIN, "the end of the old children", () -> living(old, server) == 0);
            assertThat(server.generation()).isEqualTo(1);
            server.expect("AH01630");
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void aListenerThatIsAddedAnswersAndTheOldOneNeverRefuses(Mpm mpm) throws Exception {
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 1, 4)).start()) {
            Load load = Load.on(server, 1, 1);
            server.site().append("Listen @address@:@port2@");
            server.signal("USR1");
            Wait.until(
                    DRAIN, "the new port", () -> answersOn(server, server.site().port2()));
            assertThat(load.stop()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h34ARawSignalWithABrokenConfigurationKeepsTheOldGeneration(Mpm mpm) throws IOException {
        Models.beyondApache();
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 1, 3)).start()) {
            List<Long> before = server.children();
            server.site().append("NoSuchDirective on");
            for (String signal : List.of("USR1", "HUP")) {
                int lines = server.site().errorLog().lines().size();
                server.signal(signal);
                Wait.until(
                        "a line that says why",
                        () -> server.site().errorLog().lines().stream()
                                .skip(lines)
                                .anyMatch(line -> line.contains("NoSuchDirective")));
                assertThat(server.get("/").status()).isEqualTo(200);
                assertThat(server.children()).containsAll(before);
            }
            server.expect("NoSuchDirective|BR\\d+");
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void anEditedFileChangesNothingUntilARestart(Mpm mpm) throws IOException {
        Models.beyondApache();
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 1, 3)).start()) {
            server.site().append("NoSuchDirective on");
            List<Long> old = server.children();
            old.forEach(child -> server.signal("KILL", child));
            Wait.until(DRAIN, "new children", () -> living(old, server) == 0 && server.answers());
            server.expect("AH00052|killed");
        }
    }

    private static void answersGoOn(Load load, Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        long enough = load.answered() + 20;
        Wait.until("answers", () -> System.nanoTime() > end && load.answered() > enough);
    }

    private static long living(List<Long> children, RunningServer server) {
        return children.stream()
                .distinct()
                .filter(ProcessTable::alive)
                .filter(child -> child != server.pid())
                .count();
    }

    private static int status(RunningServer server, String path) {
        try {
            return server.get(path).status();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean answersOn(RunningServer server, int port) {
        try (Connection connection = Connection.open(server.site().address(), port)) {
            return connection.get("/").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
