package org.brood.supervisor.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Files;
import org.brood.posix.Processes;
import org.brood.posix.Spawn;

/**
 * Log programs. A program reads lines from a pipe of which the parent keeps both ends, so that the pipe outlives the
 * program: when it dies another one is started on the same pipe, and no line that was in it is lost. It ends by itself when
 * the last process that could write has closed the pipe.
 *
 * <p>A program that ends within a second of its start is started again at the parent's next second and not at once, so that a
 * command that does not exist costs a spawn a second. Its death is told only when its successor reads the pipe, into which
 * the telling may go.
 *
 * <p>{@code |command} and {@code ||command} run the words of the command, {@code |$command} runs it by the shell, as in httpd.
 * Belongs to the parent's thread.
 */
public final class PipedLogs {
    private static final long YOUNG_NANOS = 1_000_000_000L;

    private final BiConsumer<Integer, Runnable> watch;
    private final Consumer<String> died;
    private final List<Logger> loggers = new ArrayList<>();
    private final List<Logger> waiting = new ArrayList<>();

    private record Logger(String command, int reading, int writing) {}

    /**
     * @param watch given a descriptor and what to do once, when it is readable
     * @param died told the command of a program that has ended and is running again
     */
    public PipedLogs(BiConsumer<Integer, Runnable> watch, Consumer<String> died) {
        this.watch = watch;
        this.died = died;
    }

    /** Starts the program of {@code |command}. @return the end to write to; its owner closes it */
    int open(String name) {
        Descriptors.Pair pipe = Descriptors.pipe();
        Logger logger = new Logger(name, pipe.reading(), pipe.writing());
        loggers.add(logger);
        start(logger);
        return Descriptors.dup(pipe.writing());
    }

    /** Closes our ends of all programs' pipes but the newest {@code kept}; each ends when its last writer has. */
    public void retire(int kept) {
        while (loggers.size() > kept) {
            Logger logger = loggers.removeFirst();
            Descriptors.close(logger.reading());
            Descriptors.close(logger.writing());
        }
    }

    public int size() {
        return loggers.size();
    }

    private void start(Logger logger) {
        List<String> words = words(logger.command());
        int pid = new Spawn(words.getFirst(), words)
                .descriptor(logger.reading(), 0)
                .open("/dev/null", Files.O_WRONLY, 0, 1)
                .descriptor(2, 2)
                .closeFrom(3)
                .processGroup(0)
                .start();
        int pidfd = Processes.pidfd(pid);
        long started = System.nanoTime();
        watch.accept(pidfd, () -> ended(logger, pid, pidfd, started));
    }

    private void ended(Logger logger, int pid, int pidfd, long started) {
        Processes.await(pid);
        Descriptors.close(pidfd);
        if (System.nanoTime() - started < YOUNG_NANOS) {
            waiting.add(logger);
        } else {
            again(logger);
        }
    }

    /** A second is over: programs that had ended young get another chance. */
    public void tick() {
        List<Logger> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(this::again);
    }

    private void again(Logger logger) {
        if (!loggers.contains(logger)) {
            return; // its logs are closed: it was to end
        }
        try {
            start(logger);
            died.accept(logger.command());
        } catch (ErrnoException e) {
            waiting.add(logger); // no process to be had; the lines wait in the pipe
        }
    }

    private static List<String> words(String command) {
        if (command.startsWith("|$")) {
            return List.of("/bin/sh", "-c", command.substring(2));
        }
        String plain = command.startsWith("||") ? command.substring(2) : command.substring(1);
        return List.of("/bin/sh", "-c", "exec " + plain);
    }
}
