package org.brood.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.brood.bench.load.Probe;
import org.brood.bench.load.Request;
import org.brood.bench.proc.ProcessStat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {
    @TempDir
    Path directory;

    private Limit limit = new Limit(Optional.empty());

    @BeforeEach
    void compile() throws Exception {
        limit = Limit.compile(Path.of("limit/limit.c"), directory);
        assumeThat(limit.missing()).isEmpty();
    }

    private Setup setup(int port) throws IOException {
        Site site = Site.write(Files.createDirectories(directory.resolve("site")));
        CannedAnswer answer = new CannedAnswer(200, Optional.of(site.document("/1k.html")), false);
        return new Setup(directory.resolve("home"), site, port, Sizing.FRESH, answer);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void theWholeTreeAnswersAndIsGoneAfterwards() throws Exception {
        Setup setup = setup(freePort());
        List<ProcessStat> all;
        try (RunningServer server = RunningServer.start(limit, setup)) {
            assertThat(server.awaitFirstAnswer()).isPositive();
            all = server.tree().processes();
            assertThat(all).hasSize(3);
            assertThat(server.tree().children()).hasSize(2);
            assertThat(Probe.ask(server.port(), Request.get("/")))
                    .containsExactly(
                            Probe.Answer.of(200, Files.readAllBytes(setup.site().document("/1k.html"))));
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(all)
                        .allMatch(process -> ProcessHandle.of(process.pid()).isEmpty()));
    }

    @Test
    void aServerThatCannotStartIsQuotedNotWaitedFor() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningServer server = RunningServer.start(limit, setup(taken.getLocalPort()))) {
            assertThatThrownBy(server::awaitFirstAnswer).hasMessageContaining("Address already in use");
        }
    }
}
