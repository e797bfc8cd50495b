package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.brood.conformance.client.Connection;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.Wait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients, children and strangers that mean harm, or behave as if they did. */
class HostileIT {

    private static final String LARGE = "GET /large.bin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#parking")
    void h11ClientsThatCloseBadlyHoldNobodyUp(Mpm mpm) throws Exception {
        Models.beyondApache();
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 2))
                .directives("AsyncRequestWorkerFactor 20\nTimeout 5")
                .file("htdocs/large.bin", new byte[8 << 20])
                .start()) {
            List<Connection> bad = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Connection leaves = open(server).send(LARGE).begun();
                leaves.reset();
                bad.add(open(server).send(LARGE).halfClose().begun()); // and never reads
                Connection floods = open(server);
                floods.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .answer();
                floods.send(new byte[1 << 16]);
                bad.add(floods);
            }
            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                assertThat(server.get("/").status()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
            }
            for (Connection connection : bad) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#parking")
    void h12KeptAliveConnectionsEndInTimeBesideBusyWorkersAndAReaderThatWakesUp(Mpm mpm) throws Exception {
        try (RunningServer server = Models.scripts(mpm)
                        .directives(Models.size(mpm, 1, 2))
                        .directives("AsyncRequestWorkerFactor 20\nKeepAliveTimeout 2")
                        .file("htdocs/large.bin", new byte[8 << 20])
                        .start();
                Connection first = server.connect();
                Connection second = server.connect();
                Connection kept = server.connect();
                Connection reader = open(server)) {
            server.expect("AH00484|AH10159");
            reader.send(LARGE).begun();
            kept.get("/");
            for (Connection busy : List.of(first, second)) {
                busy.send("GET /cgi-bin/slow?12 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .begun();
            }
            Thread reading = Thread.ofVirtual().start(() -> readQuietly(reader));
            assertThat(kept.closedWithin(Duration.ofSeconds(9)))
                    .as("closed before the scripts end")
                    .isTrue();
            assertThat(first.answer().text()).endsWith("end\n");
            assertThat(second.answer().text()).endsWith("end\n");
            reading.join();
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h19ABusyPortStarvesNoOther(Mpm mpm) throws Exception {
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 3))
                .directives("Listen @address@:@port2@")
                .start()) {
            server.expect("AH00161|AH00286|AH00484|MaxRequestWorkers");
            Load load = Load.on(server, 0, 6);
            for (int i = 0; i < 10; i++) {
                try (Connection other =
                        Connection.open(server.site().address(), server.site().port2())) {
                    long start = System.nanoTime();
                    assertThat(other.get("/").status()).isEqualTo(200);
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
                }
            }
            assertThat(load.stop()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h23SignalsToChildrenDoNotStopTheService(Mpm mpm) throws IOException {
        Models.beyondApache();
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 2, 2)).start()) {
            server.expect("AH0005[12]|AH1039[23]|BR1001");
            for (String signal : List.of("HUP", "INT", "WINCH", "USR1", "TERM")) {
                server.children().forEach(child -> server.signal(signal, child));
                Wait.until("an answer after " + signal, server::answers);
                assertThat(server.alive()).isTrue();
            }
            server.signal("USR1");
            Wait.until("the parent still hears", () -> server.generation() == 1);
        }
    }

    /** A child can write all of the scoreboard. Here it is overwritten from outside, through proc(5). */
    @ParameterizedTest
    @EnumSource(Mpm.class)
    void h26AScoreboardFullOfLiesHarmsNoProcessAndStopsNothing(Mpm mpm) throws Exception {
        Models.beyondApache();
        Process bystander = new ProcessBuilder("sleep", "300").start();
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 2, 2)).start()) {
            server.expect("BR\\d+|AH00161|AH00286|AH00484|AH03490|AH00288|AH10159|AH0028[67]");
            Path board = board(server.pid());
            int pid = (int) bystander.pid();
            for (int value : List.of(-1, Integer.MAX_VALUE, pid)) {
                overwrite(board, value);
                assertThat(server.get("/").status()).isEqualTo(200);
            }
            long start = System.nanoTime();
            Wait.until(
                    "three passes of maintenance",
                    () -> System.nanoTime() - start > Duration.ofSeconds(3).toNanos());
            assertThat(server.get("/").status()).isEqualTo(200);
            List<Long> children = server.children();
            server.signal("KILL", children.getFirst());
            server.expect("AH00052");
            Wait.until("an answer", server::answers);
            server.signal("USR1");
            Wait.until("new children", () -> server.children().stream().noneMatch(children::contains));
            assertThat(server.get("/").status()).isEqualTo(200);
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    private static Path board(long pid) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors
                    .filter(each -> target(each).contains("scoreboard"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static void overwrite(Path board, int value) throws IOException {
        try (FileChannel channel = FileChannel.open(board, StandardOpenOption.WRITE)) {
            ByteBuffer lies = ByteBuffer.allocate((int) channel.size());
            while (lies.remaining() >= Integer.BYTES) {
                lies.putInt(Integer.reverseBytes(value));
            }
            channel.write(lies.flip(), 0);
        }
    }

    private static Connection open(RunningServer server) throws IOException {
        return Connection.open(server.site().address(), server.site().port(), 4096);
    }

    private static void readQuietly(Connection reader) {
        try {
            OutputStream.nullOutputStream().write(reader.rest());
        } catch (IOException late) {
            // How its own answer ends is not what is asked here.
        }
    }
}
