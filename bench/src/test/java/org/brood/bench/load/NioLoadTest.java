package org.brood.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NioLoadTest {
    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = new byte[1024];
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        served.incrementAndGet();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    @Test
    void countsEveryAnswerInThePhaseInWhichItCame() throws Exception {
        try (NioLoad load = NioLoad.start(port(), Request.get("/"), 4, 2)) {
            Awaitility.await().until(() -> served.get() > 100);
            load.enter(1);
            int atSwitch = served.get();
            Awaitility.await().until(() -> served.get() > atSwitch + 100);
            var phases = load.stop();
            assertThat(phases.get(0).answered()).isPositive();
            assertThat(phases.get(1).answered()).isPositive();
            assertThat(phases.get(0).answered() + phases.get(1).answered()).isLessThanOrEqualTo(served.get());
            assertThat(phases).allSatisfy(phase -> {
                assertThat(phase.lost()).isZero();
                assertThat(phase.unexpected()).isZero();
            });
        }
    }

    @Test
    void anUnexpectedStatusIsCountedApart() throws Exception {
        try (NioLoad load = NioLoad.start(port(), Request.get("/").expecting(404), 1, 1)) {
            Awaitility.await().until(() -> served.get() > 10);
            LoadCounts counts = load.stop().getFirst();
            assertThat(counts.unexpected()).isEqualTo(counts.answered());
        }
    }

    @Test
    void aFreshConnectionThatDiesUnansweredIsALostRequest() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                NioLoad load = NioLoad.start(rude.getLocalPort(), Request.get("/"), 1, 1)) {
            for (int refused = 0; refused < 5; refused++) {
                try (Socket socket = rude.accept()) {
                    assertThat(socket.getInputStream().read()).isEqualTo('G');
                }
            }
            LoadCounts counts = load.stop().getFirst();
            assertThat(counts.lost()).isPositive();
            assertThat(counts.cut()).isZero();
        }
    }

    @Test
    void aKeptConnectionClosedUnderARequestIsCutNotLost() throws Exception {
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes();
        try (ServerSocket hasty = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                NioLoad load = NioLoad.start(hasty.getLocalPort(), Request.get("/"), 1, 1)) {
            for (int kept = 0; kept < 5; kept++) {
                try (Socket socket = hasty.accept()) {
                    socket.getInputStream().readNBytes(Request.get("/").wire().getFirst().length);
                    socket.getOutputStream().write(answer);
                    socket.getInputStream().readNBytes(Request.get("/").wire().getFirst().length);
                }
            }
            LoadCounts counts = load.stop().getFirst();
            assertThat(counts.cut()).isPositive();
            assertThat(counts.lost()).isZero();
        }
    }
}
