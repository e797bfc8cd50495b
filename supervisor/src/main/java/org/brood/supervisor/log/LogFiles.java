package org.brood.supervisor.log;

import java.util.ArrayList;
import java.util.List;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Files;

/** The logs of one generation, opened by the parent with its rights and inherited by its children. */
public final class LogFiles {
    private static final int MODE = 0644;

    private final List<Open> open = new ArrayList<>();

    /**
     * An open log.
     *
     * @param fd ours
     * @param name the absolute file name, or {@code |command}
     */
    public record Open(int fd, String name) {}

    /** A log could not be opened; the message is httpd's, with the system's reason. */
    public static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    private LogFiles() {}

    /** Opens all, or none. @param names the main error log first */
    public static LogFiles open(List<String> names, PipedLogs pipes) throws Failure {
        LogFiles files = new LogFiles();
        for (String name : names) {
            try {
                files.open.add(new Open(descriptor(name, pipes), name));
            } catch (ErrnoException e) {
                files.close();
                boolean main = name.equals(names.getFirst());
                throw new Failure(e.rendered() + ": " + (main ? "AH00091" : "AH00649") + ": "
                        + (main ? "httpd: could not open error log file " : "could not open transfer log file ")
                        + name + ".\nAH00015: Unable to open logs");
            }
        }
        return files;
    }

    private static int descriptor(String name, PipedLogs pipes) {
        return switch (name) {
            case "/dev/stdout" -> Descriptors.dup(1); // opening these by name fails where they are sockets
            case "/dev/stderr" -> Descriptors.dup(2);
            default -> name.startsWith("|") ? pipes.open(name) : Files.openToAppend(name, MODE);
        };
    }

    public List<Open> all() {
        return List.copyOf(open);
    }

    /** The main error log. */
    public int errorLog() {
        return open.getFirst().fd();
    }

    public void close() {
        open.forEach(log -> Descriptors.close(log.fd()));
        open.clear();
    }
}
