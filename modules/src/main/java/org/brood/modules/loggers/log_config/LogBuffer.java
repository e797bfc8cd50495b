package org.brood.modules.loggers.log_config;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.brood.api.LogSink;
import org.jspecify.annotations.Nullable;

/**
 * Whole lines on their way to one log. Lines gather for at most a second, or until the buffer is full, and leave by one
 * write; so a clean end loses nothing and a crash at most the last second. To a pipe no write is longer than PIPE_BUF, for
 * longer ones may mix with those of other processes.
 *
 * <p>Thread-safe. A write that fails loses its lines; the next caller is told why.
 */
final class LogBuffer {
    private static final int FILE_SIZE = 64 * 1024;
    private static final int PIPE_BUF = 4096;

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final LogSink sink;
    private final Runnable wakeLater;
    private final byte[] lines;
    private int length;

    /**
     * @param target names a pipe when it begins with {@code |}
     * @param wakeLater called when the first line comes into the empty buffer: {@link #flush} is wanted within a second
     */
    LogBuffer(String target, LogSink sink, Runnable wakeLater) {
        this.sink = sink;
        this.wakeLater = wakeLater;
        this.lines = new byte[target.startsWith("|") ? PIPE_BUF : FILE_SIZE];
    }

    /**
     * @param atOnce whether the line must not wait
     * @return why lines were lost since the last call; null when none were
     */
    @Nullable
    IOException add(Line line, boolean atOnce) {
        boolean first;
        lock.lock();
        try {
            if (length + line.length() > lines.length) {
                write(lines, length);
                length = 0;
            }
            first = length == 0;
            if (atOnce || line.length() > lines.length) {
                write(line.octets(), line.length());
                first = false;
            } else {
                System.arraycopy(line.octets(), 0, lines, length, line.length());
                length += line.length();
            }
        } finally {
            lock.unlock();
        }
        if (first) {
            wakeLater.run();
        }
        return failure.getAndSet(null);
    }

    void flush() {
        lock.lock();
        try {
            write(lines, length);
            length = 0;
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] data, int count) {
        if (count == 0) {
            return;
        }
        try {
            sink.write(data, 0, count);
        } catch (IOException e) {
            failure.set(e);
        }
    }
}
