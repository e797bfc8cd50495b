package org.brood.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What this machine has and allows: programs, the open-file limit, the user that servers run as. */
public final class Programs {
    /** The account that Debian's servers run as when they are started as root. */
    static final String SERVICE_USER = "www-data";

    private static final int LEAST_OPEN_FILES = 1024;

    private Programs() {}

    /** Looks in PATH and where system programs live. */
    public static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static String path(String program) {
        return find(program)
                .orElseThrow(() -> new IllegalStateException(program + " is not installed"))
                .toString();
    }

    static boolean superuser() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** How many files a process may have open: the soft limit, which the JVM has already raised to the hard one. */
    public static int openFiles() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
            return lines.filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.strip().split("\\s{2,}")[1])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(LEAST_OPEN_FILES);
        } catch (IOException | NumberFormatException unknown) {
            return LEAST_OPEN_FILES;
        }
    }
}
