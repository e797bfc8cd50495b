package org.brood.launcher.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code brood run}: the default site in the foreground. It is turned into httpd's own options, so that there is one way to
 * start: the MPM and the root become names that the default configuration asks for, the port a {@code Define}.
 *
 * @param mpm {@code --mpm}
 * @param port {@code --port}
 * @param root {@code --root}
 * @param others further options of httpd's, handed through
 */
public record Run(Optional<String> mpm, int port, Optional<String> root, List<String> others) {
    private static final int STANDARD_PORT = 8080;

    public Run {
        others = List.copyOf(others);
    }

    /** @param arguments those after {@code run} */
    public static Run parse(List<String> arguments) throws CommandLine.Mistake {
        Optional<String> mpm = Optional.empty();
        Optional<String> root = Optional.empty();
        int port = STANDARD_PORT;
        List<String> others = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word;
            if (!List.of("--mpm", "--port", "--root").contains(name)) {
                others.add(handedThrough(word));
                continue;
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new CommandLine.Mistake("option requires an argument -- " + name);
            }
            String value = equals > 0 ? word.substring(equals + 1) : arguments.get(++i);
            switch (name) {
                case "--mpm" -> mpm = Optional.of(knownMpm(value));
                case "--port" -> port = port(value);
                default -> root = Optional.of(value);
            }
        }
        return new Run(mpm, port, root, others);
    }

    /** httpd's options have one dash; with two it is a wish of ours that we do not know. */
    private static String handedThrough(String word) throws CommandLine.Mistake {
        if (word.startsWith("--")) {
            throw new CommandLine.Mistake(
                    "illegal option " + word + ": run takes --mpm, --port, --root and httpd's own options");
        }
        return word;
    }

    private static String knownMpm(String value) throws CommandLine.Mistake {
        if (!List.of("prefork", "worker", "event", "virtual").contains(value)) {
            throw new CommandLine.Mistake(
                    "there is no MPM " + value + ": prefork, worker, event and virtual are built in");
        }
        return value;
    }

    private static int port(String value) throws CommandLine.Mistake {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new CommandLine.Mistake("--port takes a number from 1 to 65535");
        }
        throw new CommandLine.Mistake("--port takes a number from 1 to 65535");
    }
}
