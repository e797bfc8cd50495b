package org.brood.modules.mappers.rewrite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.brood.api.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * A program that reads keys and writes values, a line for each ({@code prg:}). Each child has one of its own, started with the
 * first key and asked one key at a time; {@code NULL} says that there is no value.
 */
final class ProgramMap implements RewriteMap {
    private final List<String> command;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Process program;
    private @Nullable BufferedReader answers;

    ProgramMap(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public @Nullable String lookup(Exchange exchange, String key) throws IOException {
        exchange.neverReplay();
        if (key.indexOf('\n') >= 0) {
            return null;
        }
        turn.lock();
        try {
            Process running = program();
            BufferedReader reader = answers;
            OutputStream keys = running.getOutputStream();
            keys.write((key + "\n").getBytes(StandardCharsets.ISO_8859_1));
            keys.flush();
            String value = reader == null ? null : reader.readLine();
            return value == null || value.equalsIgnoreCase("NULL") ? null : value;
        } finally {
            turn.unlock();
        }
    }

    private Process program() throws IOException {
        Process running = program;
        if (running == null) {
            running = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            program = running;
            answers = new BufferedReader(new InputStreamReader(running.getInputStream(), StandardCharsets.ISO_8859_1));
        }
        return running;
    }

    /** Its input ends; it should, too. */
    void stop() {
        turn.lock();
        try {
            Process running = program;
            if (running != null) {
                running.destroy();
            }
        } finally {
            turn.unlock();
        }
    }
}
