package org.brood.conformance.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a command said and how it ended.
 *
 * @param exitCode as the shell would show it
 * @param output standard output
 * @param errors standard error
 */
public record Command(int exitCode, String output, String errors) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public String said() {
        return output + errors;
    }

    /** Runs to the end. Output goes to files, since a daemon keeps a pipe open after its starter has gone. */
    public static Command run(Path scratch, List<String> command) {
        return run(scratch, command, Map.of());
    }

    /** As {@link #run(Path, List)} with more environment variables. */
    public static Command run(Path scratch, List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile(scratch, "stdout", null);
            Path errors = Files.createTempFile(scratch, "stderr", null);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            Process process = builder.redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end within " + PATIENCE + ": " + command);
            }
            return new Command(process.exitValue(), text(output), text(errors));
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.delete(file);
        return text;
    }
}
