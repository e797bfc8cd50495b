package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.brood.conformance.client.Connection;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.ProcessTable;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.Wait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connection costs that waits: the difference that the processing models exist for. */
class WaitingIT {

    /** So many connections that only threads can run out. */
    private static final String ROOM = "AsyncRequestWorkerFactor 20";

    /** What a child's heap may hold of garbage, in bytes, whatever the connections cost. */
    private static final long GARBAGE = 16 << 20;

    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void idleKeptAliveConnectionsBlockOnlyTheModelsThatGiveThemAThread(Mpm mpm) throws IOException {
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 2))
                .directives("KeepAliveTimeout 5")
                .start()) {
            server.expect("AH00161|AH00286|AH00484|MaxRequestWorkers");
            List<Connection> idle = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                idle.add(server.connect().send(GET));
            }
            idle.get(0).answer();
            idle.get(1).answer();
            Duration waited = timed(() -> server.get("/"));
            if (mpm.parks()) {
                assertThat(waited).isLessThan(Duration.ofSeconds(2));
            } else {
                assertThat(waited).isGreaterThan(Duration.ofSeconds(3));
            }
            closeAll(idle);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Mpm.class, names = "EVENT")
    void h2H9TheConnectionLimitHarmsNoKeptAliveConnectionAndLiftsAtOnce(Mpm mpm) throws IOException {
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 2))
                .directives("AsyncRequestWorkerFactor 2\nKeepAliveTimeout 60")
                .start()) {
            server.expect("AH00161|AH00286|AH00484|MaxRequestWorkers");
            int limit = 2 + 2 * 2;
            List<Connection> kept = new ArrayList<>();
            for (int i = 0; i < limit; i++) {
                Connection connection = server.connect();
                assertThat(connection.get("/").status()).isEqualTo(200);
                kept.add(connection);
            }
            Connection waiting = server.connect().send(GET);
            for (Connection connection : kept) {
                assertThat(connection.get("/").status()).as("a kept-alive one").isEqualTo(200);
            }
            kept.remove(0).close();
            kept.remove(0).close();
            Duration waited = timed(() -> waiting.answer());
            assertThat(waited).isLessThan(Duration.ofSeconds(3));
            closeAll(kept);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h28H29KeepAliveEndsByTheTimeoutOfTheAskedHostAndNotEarlier(Mpm mpm) throws IOException {
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 4))
                .directives("""
                        KeepAliveTimeout 1500ms
                        <VirtualHost @address@:@port@>
                          ServerName localhost
                          DocumentRoot @root@/htdocs
                        </VirtualHost>
                        <VirtualHost @address@:@port@>
                          ServerName patient.test
                          DocumentRoot @root@/htdocs
                          KeepAliveTimeout 4
                        </VirtualHost>
                        """)
                .start()) {
            assertThat(lifeOf(server, "localhost")).isBetween(Duration.ofMillis(1500), Duration.ofMillis(3800));
            assertThat(lifeOf(server, "patient.test")).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
        }
    }

    private static Duration lifeOf(RunningServer server, String host) throws IOException {
        try (Connection connection = server.connect()) {
            long start = System.nanoTime();
            connection.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").answer();
            assertThat(connection.closedWithin(Duration.ofSeconds(12))).isTrue();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#parking")
    void h35ClientsThatStallInTheFirstBytesHoldNobodyUp(Mpm mpm) throws IOException {
        Models.beyondApache();
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 2))
                .directives(ROOM)
                .start()) {
            List<Connection> stalled = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                stalled.add(server.connect().send("G"));
            }
            Duration waited = timed(() -> server.get("/"));
            assertThat(waited).isLessThan(Duration.ofSeconds(3));
            closeAll(stalled);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h38APendingBlankLineDelaysNoAnswer(Mpm mpm) throws IOException {
        try (RunningServer server = Models.setup(mpm)
                        .directives(Models.size(mpm, 1, 2))
                        .directives("KeepAliveTimeout 10")
                        .start();
                Connection connection = server.connect()) {
            connection.send(GET + GET + "\r\n");
            Duration waited = timed(() -> {
                connection.answer();
                connection.answer();
            });
            assertThat(waited).isLessThan(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h16AShortageOfDescriptorsIsNoOutageAndPasses(Mpm mpm) throws IOException {
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 10))
                .directives("KeepAliveTimeout 3\nAsyncRequestWorkerFactor 50"
                        .lines()
                        .limit(mpm.parks() ? 2 : 1)
                        .reduce("", (a, b) -> a + b + "\n"))
                .site()
                .startAfter("ulimit -n 120")) {
            server.expect(".");
            List<Connection> many = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                many.add(server.connect().send(GET));
            }
            closeAll(many);
            Wait.until(Duration.ofSeconds(20), "an answer after the shortage", server::answers);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#parking")
    void slowClientsHoldNoThreadAndEndByTimeout(Mpm mpm) throws Exception {
        Models.beyondApache();
        try (RunningServer server = Models.setup(mpm)
                .modules("reqtimeout")
                .directives(Models.size(mpm, 1, 2))
                .directives(ROOM)
                .directives("Timeout 4\nRequestReadTimeout header=4 body=4")
                .file("htdocs/large.bin", new byte[16 << 20])
                .start()) {
            List<Connection> slow = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                slow.add(Connection.open(server.site().address(), server.site().port(), 4096)
                        .send("GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                slow.add(server.connect().send("GET / HT"));
                Connection stays = server.connect();
                stays.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .answer();
                slow.add(stays);
            }
            for (int i = 0; i < 20; i++) {
                Duration waited = timed(() -> assertThat(server.get("/").text()).isEqualTo("<p>It works.</p>\n"));
                assertThat(waited).isLessThan(Duration.ofSeconds(3));
            }
            assertThat(server.status().number("BusyWorkers"))
                    .as("the status page's own")
                    .isEqualTo(1);
            Wait.until(
                    Duration.ofSeconds(40),
                    "the end of the slow ones",
                    () -> server.status().number("ConnsTotal") <= 1);
            closeAll(slow);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Mpm.class, names = "EVENT")
    void idleConnectionsCostLittleMemoryAndNoTime(Mpm mpm) throws Exception {
        int count = Models.times(1_000, 10_000);
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 25))
                .directives("AsyncRequestWorkerFactor 1000\nKeepAliveTimeout 300\nMaxKeepAliveRequests 0")
                .start()) {
            server.expect("AH00484|MaxRequestWorkers");
            List<Connection> idle = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                idle.add(server.connect());
                idle.getLast().get("/");
            }
            long before = memory(server);
            for (int i = 0; i < count; i++) {
                idle.add(server.connect());
                idle.getLast().get("/");
            }
            long grownBytes = (memory(server) - before) * 1024;
            long ticks = cpu(server);
            Wait.until("two idle seconds", new Elapsed(Duration.ofSeconds(2))::over);
            assertThat(cpu(server) - ticks).as("10 ms ticks in 2 s").isLessThan(30);
            if (!server.site().product().name().equals("apache")) {
                System.out.println(count + " idle connections: " + grownBytes / count + " bytes each");
                assertThat(grownBytes).as("bytes for all").isLessThan(2_048L * count + GARBAGE);
            }
            for (Connection connection : idle) {
                assertThat(connection.get("/").status()).isEqualTo(200);
            }
            closeAll(idle);
        }
    }

    private record Elapsed(long end) {
        Elapsed(Duration time) {
            this(System.nanoTime() + time.toNanos());
        }

        boolean over() {
            return System.nanoTime() > end;
        }
    }

    private static long memory(RunningServer server) {
        return server.children().stream().mapToLong(ProcessTable::pss).sum();
    }

    private static long cpu(RunningServer server) {
        return ProcessTable.cpuTicks(server.pid())
                + server.children().stream().mapToLong(ProcessTable::cpuTicks).sum();
    }

    private interface Talk {
        void run() throws IOException;
    }

    private static Duration timed(Talk talk) throws IOException {
        long start = System.nanoTime();
        talk.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void closeAll(List<Connection> connections) throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
