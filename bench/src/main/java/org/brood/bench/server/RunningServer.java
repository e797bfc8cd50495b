package org.brood.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.brood.bench.proc.ProcessTree;

/**
 * A server that was started here and is stopped here, with all that descends from it, by pid.
 * Used by one thread, but {@link #close} may come from a shutdown hook as well.
 */
public final class RunningServer implements AutoCloseable {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    /** As much of an answer as shows its status: "HTTP/1.1 200". */
    private static final int STATUS_LINE = 12;

    private static final byte[] REQUEST =
            "GET /1k.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Server server;
    private final Setup setup;
    private final Process process;
    private final long startedNanos;

    private RunningServer(Server server, Setup setup, Process process, long startedNanos) {
        this.server = server;
        this.setup = setup;
        this.process = process;
        this.startedNanos = startedNanos;
    }

    /**
     * Executes the program; it may not answer yet. It leads a session of its own, because httpd, when it stops, sends SIGTERM to
     * its whole process group, which would be ours.
     */
    public static RunningServer start(Server server, Setup setup) throws IOException {
        Files.createDirectories(setup.directory());
        List<String> command = new ArrayList<>(List.of(Programs.path("setsid")));
        command.addAll(server.prepare(setup));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(setup.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(console(setup).toFile());
        long before = System.nanoTime();
        return new RunningServer(server, setup, builder.start(), before);
    }

    private static Path console(Setup setup) {
        return setup.directory().resolve("console.log");
    }

    public int port() {
        return setup.port();
    }

    public Server server() {
        return server;
    }

    /** The parent of the serving children, as its pid file names it, and what descends from it. */
    public ProcessTree tree() {
        try {
            return new ProcessTree(
                    Long.parseLong(Files.readString(setup.pidFile()).strip()));
        } catch (IOException | NumberFormatException none) {
            return new ProcessTree(process.pid());
        }
    }

    /**
     * Asks until there is an answer with status 200.
     *
     * @return nanoseconds from the program's execution to its first answer
     */
    public long awaitFirstAnswer() throws IOException, InterruptedException {
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - startedNanos > PATIENCE_NANOS) {
                throw new IOException(server.name() + " does not answer: " + complaint());
            }
            Thread.sleep(1);
        }
        return System.nanoTime() - startedNanos;
    }

    /** Whether a fresh connection gets an answer with status 200 now; the limit has only one status to give. */
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", setup.port()), 1000);
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(REQUEST);
            String answer = new String(socket.getInputStream().readNBytes(STATUS_LINE), StandardCharsets.ISO_8859_1);
            return answer.startsWith("HTTP/1.1 200") || server instanceof Limit && answer.startsWith("HTTP/1.1 ");
        } catch (IOException refused) {
            return false;
        }
    }

    /** Sends the signal that reloads the configuration and replaces the children when they are idle. */
    public void restartGracefully() throws IOException, InterruptedException {
        signal(server.restartSignal().orElseThrow(), tree().root());
    }

    public static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
    }

    /** The last words of its logs. */
    private String complaint() {
        StringBuilder words = new StringBuilder();
        for (Path log : List.of(console(setup), setup.errorLog())) {
            try {
                String text = Files.readString(log);
                words.append(text.substring(Math.max(0, text.length() - 1000)));
            } catch (IOException none) {
                words.append("(no ").append(log.getFileName()).append(") ");
            }
        }
        return words.toString().strip();
    }

    /** Ends the parent, waits, then kills whatever of its descendants is left. */
    @Override
    public void close() {
        List<ProcessHandle> all = new ProcessTree(process.pid())
                .processes().stream()
                        .flatMap(found -> ProcessHandle.of(found.pid()).stream())
                        .toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
