package org.brood.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Many open connections that say nothing, held by as many {@link IdleHolder} processes as the limit on open files and the
 * range of client ports demand; each holder has a source address of its own on the loopback network.
 */
public final class IdleConnections implements AutoCloseable {
    /** Well below half the range of client ports: the nearer to it, the longer the kernel searches for a free one. */
    private static final int PER_HOLDER = 8_000;

    private final List<Process> holders = new ArrayList<>();

    private int count;

    private IdleConnections() {}

    /** Blocks until all are open and have had one answer each. */
    public static IdleConnections open(int port, int count) throws IOException {
        IdleConnections connections = new IdleConnections();
        try {
            for (int left = count; left > 0; left -= PER_HOLDER) {
                connections.hold(port, Math.min(left, PER_HOLDER));
            }
            return connections;
        } catch (IOException refused) {
            connections.close();
            throw refused;
        }
    }

    private void hold(int port, int more) throws IOException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleHolder.class.getName(),
                        String.valueOf(port),
                        String.valueOf(more),
                        "127.0.1." + (holders.size() + 1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        holders.add(holder);
        String word = firstLine(holder);
        if (!"ready".equals(word)) {
            throw new IOException("could not hold " + more + " idle connections: " + word);
        }
        count += more;
    }

    private static String firstLine(Process holder) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        return line == null ? "the holder ended" : line;
    }

    /** How many are open. */
    public int count() {
        return count;
    }

    /** Lets go of all. */
    @Override
    public void close() {
        holders.forEach(Process::destroy);
        for (Process holder : holders) {
            holder.onExit().join();
        }
    }
}
