package org.brood.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a server when a module from outside misbehaves: a real parent with real children. */
class ForeignModuleTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String BODY = """
            public void register(Hooks hooks) { hooks.handler("misbehave", ExampleModule::run); }
            static Verdict run(Exchange exchange) throws java.io.IOException {
                switch (String.valueOf(exchange.resource().query())) {
                    case "throw" -> throw new IllegalStateException("my mistake");
                    case "fail" -> throw new java.io.IOException("no database");
                    case "late" -> {
                        exchange.response().stream().write(new byte[20_000]);
                        throw new IllegalStateException("too late");
                    }
                    case "exit" -> System.exit(15);
                    case "halt" -> Runtime.getRuntime().halt(99);
                    case "loop" -> { for (long i = 0; ; i++) Thread.onSpinWait(); }
                    case "memory" -> {
                        java.util.List<byte[]> all = new java.util.ArrayList<>();
                        for (;;) all.add(new byte[1 << 20]);
                    }
                    default -> exchange.response().body(new Body.Bytes("well\\n".getBytes()));
                }
                return Verdict.OK;
            }
            """;

    @TempDir
    private Path folder;

    private int port;
    private Process server;

    private List<String> command(String more) throws IOException {
        ModuleJar.of(folder, BODY + more);
        // Children are another user.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path conf = Files.writeString(folder.resolve("httpd.conf"), """
                ServerRoot %1$s
                User #65534
                Group #65534
                ServerName localhost
                PidFile httpd.pid
                ErrorLog error_log
                DocumentRoot %1$s
                Listen 127.0.0.1:%2$d
                LoadModule example_module example.jar
                StartServers 1
                <IfModule !mpm_prefork_module>
                MinSpareThreads 1
                MaxSpareThreads 64
                ThreadsPerChild 4
                </IfModule>
                LogFormat "%%L" id
                CustomLog access_log id
                <Location /m>
                SetHandler misbehave
                </Location>
                <Location /status>
                SetHandler server-status
                </Location>
                """.formatted(folder, port));
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ArrayList<>(List.of(
                java,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "-f",
                conf.toString(),
                "-DFOREGROUND"));
    }

    private void start() throws IOException {
        server = new ProcessBuilder(command(""))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        awaitAnswer("/m", "200 OK");
    }

    private String log() throws IOException {
        Path log = folder.resolve("error_log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private void awaitLog(String text) {
        Awaitility.await().atMost(LONG).until(() -> log().contains(text));
    }

    private void awaitAnswer(String path, String text) {
        Awaitility.await().atMost(LONG).ignoreExceptions().until(() -> get(path).contains(text));
    }

    private String get(String path) throws IOException {
        try (Socket socket = send(path)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private Socket send(String path) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(60_000);
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void anExceptionIsAnErrorPageAndAStackInTheLog() throws IOException {
        start();
        assertThat(get("/m?throw")).startsWith("HTTP/1.1 500 Internal Server Error\r\n");
        awaitLog("\tat example.jar//example.ExampleModule.run(ExampleModule.java");
        assertThat(log())
                .contains("BR0201: example_module failed on request ")
                .contains("(\"GET /m?throw HTTP/1.1\"): java.lang.IllegalStateException: my mistake");
        String id = log().replaceAll("(?s).*failed on request (\\S+) .*", "$1");
        Awaitility.await()
                .atMost(LONG)
                .until(() -> Files.readAllLines(folder.resolve("access_log")).contains(id));
        assertThat(get("/m?fail")).startsWith("HTTP/1.1 500 ");
        awaitLog("java.io.IOException: no database");
        assertThat(get("/m")).endsWith("well\n");
    }

    @Test
    void anAnswerThatBrokeOffDoesNotLookWhole() throws IOException {
        start();
        assertThat(get("/m?late"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Transfer-Encoding: chunked\r\n")
                .doesNotEndWith("0\r\n\r\n");
        awaitLog("java.lang.IllegalStateException: too late");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit   | has ended since a module called System.exit",
                "halt   | has ended with exit code 99, unasked",
                "memory | ran out of memory and has ended"
            })
    void whatEndsAChildEndsOneChildAndIsToldByItsRequest(String how, String sentence) throws IOException {
        start();
        assertThat(get("/m?" + how)).isEmpty();
        awaitLog(sentence);
        assertThat(log()).contains("; in progress: \"GET /m?" + how + " HTTP/1.1\" from 127.0.0.1");
        awaitAnswer("/m", "well");
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void theModuleThatCalledExitIsShownByItsStack() throws IOException {
        start();
        assertThat(get("/m?exit")).isEmpty();
        awaitLog("A module called System.exit on thread ");
        awaitLog("\tat example.jar//example.ExampleModule.run(ExampleModule.java");
    }

    @Test
    void aRequestThatNeverEndsShowsInServerStatus() throws IOException {
        start();
        try (Socket endless = send("/m?loop")) {
            awaitAnswer("/status", "GET /m?loop HTTP/1.1");
            assertThat(endless.isConnected()).isTrue();
            assertThat(get("/m")).endsWith("well\n");
        }
    }

    @Test
    void aModuleThatIsNotThreadSafeIsRefusedByNameUnlessUnderPrefork() throws Exception {
        List<String> command = command("public boolean threadSafe() { return false; }");
        Process refused = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(refused.waitFor()).isEqualTo(1);
        assertThat(said).contains("example_module says that it is not thread-safe, and the event MPM");
        command.addAll(List.of("-C", "LoadModule mpm_prefork_module modules/mod_mpm_prefork.so"));
        server = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitAnswer("/m", "well");
    }
}
