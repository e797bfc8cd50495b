package org.brood.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brood.mpm.event.EventMpm;
import org.brood.mpm.prefork.PreforkMpm;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.virtual.VirtualMpm;
import org.brood.mpm.worker.WorkerMpm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What core alone answers, under each MPM. */
class CoreAnswersTest {
    @TempDir
    Path root;

    static List<Mpm> mpms() {
        return List.of(new EventMpm(2), new VirtualMpm(2), new WorkerMpm(2), new PreforkMpm(2));
    }

    private RunningServer start(Mpm mpm, String more) throws Exception {
        Path docs = Files.createDirectories(root.resolve("htdocs"));
        Files.writeString(docs.resolve("a.txt"), "hello\n");
        Files.write(docs.resolve("big.bin"), new byte[3_000_000]);
        Files.setLastModifiedTime(
                docs.resolve("a.txt"), java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L));
        return new RunningServer(
                mpm, root, "ServerRoot " + root + "\nServerName here\nDocumentRoot htdocs\n" + more, List.of());
    }

    @ParameterizedTest
    @MethodSource("mpms")
    void sendsAFileWithHttpdsHead(Mpm mpm) throws Exception {
        try (RunningServer server = start(mpm, "ServerTokens Prod\n")) {
            String expected = """
                    HTTP/1.1 200 OK\r
                    Date: D\r
                    Server: Apache\r
                    Last-Modified: Tue, 14 Nov 2023 22:13:20 GMT\r
                    ETag: "6-60a24181e4000"\r
                    Accept-Ranges: bytes\r
                    Content-Length: 6\r
                    Connection: close\r
                    \r
                    hello
                    """;
            for (int i = 0; i < 3; i++) {
                String answer = server.exchange("GET /a.txt HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
                assertThat(answer.replaceFirst("Date: .*\r\n", "Date: D\r\n")).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mpms")
    void answersPipelinedRequestsInOrder(Mpm mpm) throws Exception {
        try (RunningServer server = start(mpm, "")) {
            String one = "GET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n";
            String answer = server.exchange(one + "HEAD /a.txt HTTP/1.1\r\nHost: h\r\n\r\n" + one
                    + "GET /none HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            assertThat(answer.split("HTTP/1.1 200 OK", -1)).hasSize(4);
            assertThat(answer).contains("HTTP/1.1 404 Not Found").endsWith("</body></html>\n");
        }
    }

    @ParameterizedTest
    @MethodSource("mpms")
    void sendsLargeFilesWhole(Mpm mpm) throws Exception {
        try (RunningServer server = start(mpm, "")) {
            for (int i = 0; i < 2; i++) {
                String answer = server.exchange("GET /big.bin HTTP/1.0\r\n\r\n");
                assertThat(answer.length() - answer.indexOf("\r\n\r\n") - 4).isEqualTo(3_000_000);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mpms")
    void noticesAChangedFileAtOnce(Mpm mpm) throws Exception {
        try (RunningServer server = start(mpm, "")) {
            String request = "GET /a.txt HTTP/1.0\r\n\r\n";
            assertThat(server.exchange(request)).endsWith("hello\n");
            assertThat(server.exchange(request)).endsWith("hello\n");
            Files.writeString(root.resolve("htdocs/a.txt"), "changed\n");
            org.awaitility.Awaitility.await()
                    .until(() -> server.exchange(request).endsWith("changed\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("mpms")
    void refusesWhatItCannotRead(Mpm mpm) throws Exception {
        try (RunningServer server = start(mpm, "")) {
            assertThat(server.exchange("GET / HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("Connection: close\r\n")
                    .contains("could not understand");
            assertThat(server.exchange("NONSENSE\r\n\r\n")).contains("400 Bad Request");
            assertThat(server.exchange("GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: h\r\n\r\n"))
                    .startsWith("HTTP/1.1 414 Request-URI Too Long\r\n");
        }
    }

    @ParameterizedTest
    @MethodSource("mpms")
    void cutsRanges(Mpm mpm) throws Exception {
        try (RunningServer server = start(mpm, "")) {
            String head = "GET /a.txt HTTP/1.0\r\nRange: bytes=";
            assertThat(server.exchange(head + "1-2\r\n\r\n"))
                    .startsWith("HTTP/1.1 206 Partial Content\r\n")
                    .contains("Content-Range: bytes 1-2/6\r\n")
                    .contains("Content-Length: 2\r\n")
                    .endsWith("\r\n\r\nel");
            assertThat(server.exchange(head + "9-\r\n\r\n"))
                    .startsWith("HTTP/1.1 416 ")
                    .contains("Content-Range: bytes */6\r\n");
            assertThat(server.exchange(head + "0-0,-1\r\n\r\n")).contains("multipart/byteranges; boundary=");
        }
    }

    @ParameterizedTest
    @MethodSource("mpms")
    void keepsAConnectionUntilTheClientClosesIt(Mpm mpm) throws Exception {
        try (RunningServer server = start(mpm, "KeepAliveTimeout 1\n")) {
            long begun = System.nanoTime();
            String answer = server.exchange("GET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(answer).endsWith("hello\n").doesNotContain("Connection: close");
            assertThat(System.nanoTime() - begun).isGreaterThan(1_000_000_000L);
        }
    }
}
