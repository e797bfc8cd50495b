package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.brood.conformance.client.Answer;
import org.brood.conformance.client.Connection;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.ProcessTable;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.Wait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are large, slow, unwanted or changed on the way. */
class BodiesIT {

    private static final int LARGE = 4 << 20;

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h39AScriptThatReadsNothingAndHangsIsEndedByTimeout(Mpm mpm) throws IOException {
        try (RunningServer server = Models.scripts(mpm)
                        .directives(Models.size(mpm, 1, 2))
                        .directives("Timeout 2")
                        .start();
                Connection connection = server.connect()) {
            server.expect("AH\\d+|timed out|Timeout");
            connection.send("POST /cgi-bin/hang HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello");
            Answer answer = connection.answer();
            assertThat(answer.status()).isIn(504, 500);
            Wait.until("a free slot", () -> server.status().number("BusyWorkers") == 1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h10ASlowReaderOfAWholeAnswerGetsTheLastByte(Mpm mpm) throws Exception {
        byte[] content = new byte[LARGE];
        for (int i = 0; i < LARGE; i++) {
            content[i] = (byte) (i * 31 >> 8);
        }
        try (RunningServer server = Models.setup(mpm)
                        .directives(Models.size(mpm, 1, 2))
                        .file("htdocs/large.bin", content)
                        .start();
                Connection slow =
                        Connection.open(server.site().address(), server.site().port(), 8192)) {
            slow.send("GET /large.bin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            long start = System.nanoTime();
            Wait.until(
                    "three seconds",
                    () -> System.nanoTime() - start > Duration.ofSeconds(3).toNanos());
            assertThat(slow.answer().body()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void aRefusedLargeBodyIsAnsweredAndNeverReset(Mpm mpm) throws Exception {
        Models.beyondApache();
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 2))
                .directives("LimitRequestBody 1000")
                .start()) {
            server.expect("AH00161|AH00286|AH00484|AH0158\\d|LimitRequestBody|larger than");
            for (int i = 0; i < 10; i++) {
                try (Connection connection = server.connect()) {
                    connection.send("POST /index.html HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n");
                    Thread body = Thread.ofVirtual().start(() -> sendQuietly(connection, new byte[1_000_000]));
                    assertThat(connection.answer().status()).isEqualTo(413);
                    body.join();
                }
            }
        }
    }

    private static void sendQuietly(Connection connection, byte[] octets) {
        try {
            connection.send(octets);
        } catch (IOException refused) {
            // The server need not read what it has refused; the answer is what counts.
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void aLargeBodyPassesThroughAScriptInLittleMemory(Mpm mpm) throws Exception {
        int megabytes = Models.times(48, 1024);
        try (RunningServer server = Models.scripts(mpm)
                        .directives(Models.size(mpm, 1, 2))
                        .script("cgi-bin/count", "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\n'\nwc -c\n")
                        .start();
                Connection connection = server.connect()) {
            server.get("/cgi-bin/count");
            long before = memory(server);
            connection.send("POST /cgi-bin/count HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + ((long) megabytes << 20) + "\r\n\r\n");
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                connection.send(block);
            }
            assertThat(connection.answer().text().strip()).isEqualTo(Long.toString((long) megabytes << 20));
            assertThat(memory(server) - before).as("KiB more").isLessThan(24_000);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void aFileCutShortWhileItIsSentIsNeverPaddedSilently(Mpm mpm) throws Exception {
        Models.beyondApache();
        try (RunningServer server = Models.setup(mpm)
                        .directives(Models.size(mpm, 1, 2))
                        .file("htdocs/shrinking.bin", new byte[LARGE * 4])
                        .start();
                Connection slow =
                        Connection.open(server.site().address(), server.site().port(), 4096)) {
            server.expect("shrinking|AH\\d+|BR\\d+");
            slow.send("GET /shrinking.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(slow.read()).isEqualTo('H');
            Path file = server.site().root().resolve("htdocs/shrinking.bin");
            Files.write(file, new byte[100], StandardOpenOption.TRUNCATE_EXISTING);
            byte[] rest = slow.rest();
            assertThat(rest.length).isLessThan(LARGE * 4);
            assertThat(server.get("/").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h14HastyClientsNeverGetAForeignAnswer(Mpm mpm) throws Exception {
        try (RunningServer server =
                Models.scripts(mpm).directives(Models.size(mpm, 1, 8)).start()) {
            server.expect("AH00161|AH00286|AH00484|MaxRequestWorkers");
            Path documents = server.site().root().resolve("htdocs");
            for (int i = 0; i < 6; i++) {
                Files.writeString(documents.resolve("own" + i + ".txt"), ("client " + i + "\n").repeat(50 * (i + 1)));
            }
            Queue<String> wrong = new ConcurrentLinkedQueue<>();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int number = i;
                clients.add(Thread.ofVirtual().start(() -> hasty(server, number, wrong)));
            }
            for (Thread client : clients) {
                client.join();
            }
            assertThat(wrong).isEmpty();
        }
    }

    /** Asks, pipelines, and on every third connection leaves by a reset in the middle. */
    private static void hasty(RunningServer server, int number, Queue<String> wrong) {
        String get = "GET /own" + number + ".txt HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String expected = ("client " + number + "\n").repeat(50 * (number + 1));
        for (int i = 0; i < Models.times(100, 5000); i++) {
            try (Connection connection = server.connect()) {
                connection.send(get + get);
                String first = connection.answer().text();
                if (!first.equals(expected)) {
                    wrong.add(number + " got " + first);
                }
                if (i % 3 == 0) {
                    connection.reset();
                } else if (!connection.answer().text().equals(expected)) {
                    wrong.add(number + " got another second answer");
                }
            } catch (IOException e) {
                wrong.add(number + ": " + e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void theAccessLogHoldsEveryAnswerAfterACleanStop(Mpm mpm) throws IOException {
        Path kept = Files.createTempFile("access", ".log");
        int requests = 60;
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 3))
                .directives("LogFormat \"%r %>s %P\" counted\nCustomLog " + kept + " counted")
                .start()) {
            for (int i = 0; i < requests; i++) {
                assertThat(server.get("/?n=" + i).status()).isEqualTo(200);
            }
        }
        String log = Files.readString(kept);
        for (int i = 0; i < requests; i++) {
            assertThat(log).containsPattern("GET /\\?n=" + i + " HTTP/1.1 200 \\d+\n");
        }
        Files.delete(kept);
    }

    private static long memory(RunningServer server) {
        return server.children().stream().mapToLong(ProcessTable::privateMemory).sum();
    }
}
