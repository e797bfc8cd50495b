package org.brood.scoreboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.posix.Descriptors;
import org.brood.posix.Sockets;
import org.brood.posix.Spawn;

/** A main class of these tests in a JVM of its own, which inherits a board as descriptor 3. */
final class ChildJvm {
    static final int BOARD = 3;

    private ChildJvm() {}

    private static List<String> command(Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx64m", "-XX:+UseSerialGC", "-cp"));
        command.add(place(Sockets.class) + ":" + place(Scoreboard.class) + ":" + place(main));
        command.add(main.getName());
        return command;
    }

    /** @param out the child's standard output; @return its process id */
    static int start(Class<?> main, Scoreboard board, int out) {
        List<String> command = command(main);
        return new Spawn(command.getFirst(), command)
                .descriptor(out, 1)
                .descriptor(board.fd(), BOARD)
                .closeFrom(BOARD + 1)
                .start();
    }

    static String readToEnd(int fd) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        int count = Descriptors.read(fd, buffer, 0, buffer.length);
        while (count > 0) {
            text.write(buffer, 0, count);
            count = Descriptors.read(fd, buffer, 0, buffer.length);
        }
        return text.toString(UTF_8).strip();
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
