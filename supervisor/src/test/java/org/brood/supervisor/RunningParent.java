package org.brood.supervisor;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.brood.posix.Processes;
import org.brood.posix.Signal;

/** A real parent with real children, driven from outside as an administrator and a client would. */
final class RunningParent implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private final Process process;

    /** What a child said of itself. */
    record Answer(int generation, int pid, String configuration) {}

    RunningParent(Path folder, int children) throws IOException {
        this(folder, freePort(), children);
    }

    RunningParent(Path folder, int port, int children) throws IOException {
        this.folder = folder;
        this.port = port;
        configure(Integer.toString(port), children, "first");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestParent.class.getName(),
                        folder.toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    RunningParent untilReady() {
        await().atMost(PATIENCE).until(() -> text("out").contains("ready") || !process.isAlive());
        return this;
    }

    void configure(String ports, int children, String text) throws IOException {
        Path next = folder.resolve("conf.next");
        Files.writeString(next, ports + "\n" + children + "\n" + text + "\n");
        Files.move(next, folder.resolve("conf"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    void signal(Signal signal) {
        Processes.kill((int) process.pid(), signal);
    }

    Answer ask() throws IOException {
        return ask("hello");
    }

    Answer ask(String line) throws IOException {
        return ask(port, line);
    }

    Answer ask(int anyPort, String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), anyPort)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] words = text.strip().split(" ", 3);
            if (words.length < 3) {
                throw new IOException("the connection ended without an answer: '" + text + "'");
            }
            return new Answer(Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[2]);
        }
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the parent is still there; it says: " + log());
        }
        return process.exitValue();
    }

    List<Integer> children() {
        return process.children().map(child -> (int) child.pid()).toList();
    }

    long openDescriptors() throws IOException {
        return openDescriptors(process.pid());
    }

    static long openDescriptors(long pid) throws IOException {
        try (var list = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return list.count();
        }
    }

    int port() {
        return port;
    }

    Path pidFile() {
        return folder.resolve("httpd.pid");
    }

    String log() {
        return text("error_log");
    }

    String console() {
        return text("err");
    }

    private String text(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
