package org.brood.supervisor.log;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Processes;

/**
 * The error log of the parent process. A line is
 *
 * <pre>  [Day Mon DD hh:mm:ss.uuuuuu YYYY] [module:level] [pid N:tid T] AHnnnnn: text</pre>
 *
 * and leaves in one write(2), so that lines of several processes never mix. Notices are written whatever the level says, as
 * in httpd. A log that cannot be written (a full disk) loses lines but never the server. Used by the parent's thread.
 */
public final class ErrorLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss.SSSSSS yyyy", Locale.ENGLISH);

    private final int fd;
    private final String module;
    private final LogLevel level;
    private final int pid = Processes.pid();

    /**
     * @param fd where lines go; the caller closes it
     * @param module the word before the level, {@code mpm_event}
     * @param level lines less urgent than this are left out
     */
    public ErrorLog(int fd, String module, LogLevel level) {
        this.fd = fd;
        this.module = module;
        this.level = level;
    }

    /** A line of this log's own module. @param id {@code AH00489}; empty for none */
    public void log(LogLevel urgency, String id, String text) {
        log(module, urgency, id, text);
    }

    /** A line of another module's, {@code core} for what is no MPM's. */
    public void log(String from, LogLevel urgency, String id, String text) {
        if (!writes(urgency)) {
            return;
        }
        String head = "[" + TIME.format(LocalDateTime.now()) + "] [" + from + ":" + urgency.word() + "] [pid " + pid
                + ":tid " + pid + "] ";
        byte[] line = (head + (id.isEmpty() ? "" : id + ": ") + text.replace('\n', ' ') + "\n")
                .getBytes(StandardCharsets.UTF_8);
        try {
            Descriptors.write(fd, line, 0, line.length);
        } catch (ErrnoException e) {
            return; // there is nowhere left to say it
        }
    }

    /** Whether a line of this urgency would be written. */
    public boolean writes(LogLevel urgency) {
        return urgency == LogLevel.NOTICE || urgency.compareTo(level) <= 0;
    }
}
