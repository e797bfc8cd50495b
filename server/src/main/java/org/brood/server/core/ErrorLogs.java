package org.brood.server.core;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.brood.api.Log;
import org.brood.api.LogLevel;
import org.brood.api.LogSink;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Processes;
import org.brood.server.request.HttpExchange;
import org.brood.server.request.Logs;
import org.jspecify.annotations.Nullable;

/**
 * The error logs of a child, by virtual host, in httpd's format:
 *
 * <pre>  [Day Mon DD hh:mm:ss.uuuuuu YYYY] [module:level] [pid N:tid T] [client A:P] AHnnnnn: text, referer: R</pre>
 *
 * <p>Each line leaves in one write. A log that cannot be written loses lines, never a request. Any thread.
 */
public final class ErrorLogs implements Logs {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss.SSSSSS yyyy", Locale.ENGLISH);

    private final Map<String, Integer> descriptors;
    private final int standard;
    private final int pid = Processes.pid();

    /**
     * @param descriptors open logs by their absolute names, or {@code |command}
     * @param standard the main server's error log
     */
    public ErrorLogs(Map<String, Integer> descriptors, int standard) {
        this.descriptors = Map.copyOf(descriptors);
        this.standard = standard;
    }

    @Override
    public Log of(HttpExchange exchange, String module) {
        LogLevel most = exchange.place().get(CoreKeys.LOG_LEVEL).of(module);
        return new Log() {
            @Override
            public boolean enabled(LogLevel level) {
                return level.compareTo(most) <= 0;
            }

            @Override
            public void log(LogLevel level, String id, String text, @Nullable Throwable cause) {
                if (enabled(level)) {
                    String client = exchange.client().address() + ":"
                            + exchange.client().port();
                    String referer = exchange.request().header("Referer");
                    String tail = referer == null ? "" : ", referer: " + clean(referer);
                    write(descriptor(exchange), head(module, level, client) + prefix(id) + clean(text) + tail, cause);
                }
            }
        };
    }

    @Override
    public LogSink named(String name) {
        Integer descriptor = descriptors.get(name);
        if (descriptor == null) {
            throw new IllegalStateException("the log " + name + " was not opened: Module.logs did not name it");
        }
        return (data, offset, length) -> {
            int at = offset;
            while (at < offset + length) {
                at += Descriptors.write(descriptor, data, at, offset + length - at);
            }
        };
    }

    private int descriptor(HttpExchange exchange) {
        String name = exchange.virtualHost().settings().get(CoreKeys.ERROR_LOG);
        Path root = exchange.virtualHost().serverRoot();
        String whole =
                name.startsWith("|") ? name : root.resolve(name).normalize().toString();
        return descriptors.getOrDefault(whole, standard);
    }

    private String head(String module, LogLevel level, String client) {
        return "[" + TIME.format(LocalDateTime.now()) + "] [" + module + ":" + level.word() + "] [pid " + pid + ":tid "
                + Thread.currentThread().threadId() + "] [client " + client + "] ";
    }

    private static String prefix(String id) {
        return id.isEmpty() ? "" : id + ": ";
    }

    /** Control characters would let a client write lines of its own: they are shown as httpd escapes them. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                clean.append("\\n");
            } else if (c < 0x20 || c == 0x7f) {
                clean.append(String.format("\\x%02x", (int) c));
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static void write(int descriptor, String line, @Nullable Throwable cause) {
        StringBuilder text = new StringBuilder(line).append('\n');
        if (cause != null) {
            java.io.StringWriter trace = new java.io.StringWriter();
            cause.printStackTrace(new java.io.PrintWriter(trace));
            text.append(trace);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            Descriptors.write(descriptor, bytes, 0, bytes.length);
        } catch (ErrnoException full) {
            return; // there is nowhere left to say it
        }
    }
}
