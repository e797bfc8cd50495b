package org.brood.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A configured ServerRoot and the command lines that concern it, whether or not a server runs on it.
 *
 * @param address where it listens
 * @param port the first port
 * @param port2 a second one, for configurations that need it
 */
public record Site(Product product, Mpm mpm, Path root, String address, int port, int port2) {

    /** Replaces httpd.conf, filling in the places named in {@link Setup}. */
    public void configure(String text) {
        try {
            Files.writeString(configuration(), filled(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds to httpd.conf. */
    public void append(String text) {
        try {
            Files.writeString(configuration(), Files.readString(configuration()) + filled(text) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String filled(String text) {
        return text.replace("@root@", root.toString())
                .replace("@address@", address)
                .replace("@port@", Integer.toString(port))
                .replace("@port2@", Integer.toString(port2));
    }

    public Path configuration() {
        return root.resolve("conf/httpd.conf");
    }

    public ErrorLog errorLog() {
        return new ErrorLog(root.resolve("logs/error_log"));
    }

    public Path accessLog() {
        return root.resolve("logs/access_log");
    }

    public Path pidFile() {
        return root.resolve("logs/httpd.pid");
    }

    /** The number in the pid file. */
    public Optional<Long> pid() {
        try {
            return Optional.of(Files.readString(pidFile()).strip())
                    .filter(text -> text.matches("\\d+"))
                    .map(Long::parseLong);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The product's program on this root, for example {@code command("-k", "graceful")}. */
    public Command command(String... arguments) {
        return Command.run(root, commandLine(arguments));
    }

    public Command command(Map<String, String> environment, String... arguments) {
        return Command.run(root, commandLine(arguments), environment);
    }

    public List<String> commandLine(String... arguments) {
        List<String> line =
                new ArrayList<>(List.of(product.program().toString(), "-d", root.toString(), "-f", "conf/httpd.conf"));
        line.addAll(List.of(arguments));
        return line;
    }

    /** Starts as a daemon and waits until it answers. */
    public RunningServer start() {
        Command starter = command();
        if (starter.exitCode() != 0) {
            throw new IllegalStateException(product.name() + " did not start: " + starter.said()
                    + errorLog().text());
        }
        return RunningServer.attach(this);
    }

    /** Takes over a server that something else has started on this root. */
    public RunningServer attach() {
        return RunningServer.attach(this);
    }

    /** Starts through a shell that first runs {@code preparation}, for example {@code ulimit -n 100}. */
    public RunningServer startAfter(String preparation) {
        List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", preparation + " && exec \"$@\"", "sh"));
        shell.addAll(commandLine());
        Command starter = Command.run(root, shell);
        if (starter.exitCode() != 0) {
            throw new IllegalStateException(product.name() + " did not start: " + starter.said());
        }
        return attach();
    }

    public void delete() {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
