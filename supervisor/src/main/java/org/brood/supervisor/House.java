package org.brood.supervisor;

import java.util.ArrayList;
import java.util.List;
import org.brood.mpm.spi.Maintenance;
import org.brood.supervisor.child.Nursery;
import org.brood.supervisor.listen.Listeners;
import org.brood.supervisor.log.Announcements;
import org.brood.supervisor.log.ErrorLog;
import org.brood.supervisor.log.LogLevel;
import org.brood.supervisor.log.PipedLogs;

/** All that the parent holds while it runs: what births, deaths, restarts and stops share. Belongs to the parent's thread. */
final class House {
    private final EventLoop loop = new EventLoop();
    private final Listeners listeners = new Listeners();
    private final PipedLogs pipes = new PipedLogs(this::watchOnce, this::logProgramDied);
    private final List<Generation> former = new ArrayList<>();
    private final Nursery nursery;
    private final Board board;
    private final Brood brood;
    private Generation current;
    private ErrorLog log;
    private Maintenance.Pace pace;
    private boolean closing;
    private boolean everServed;

    /** @param first made by {@code opening}, which may use this house's listeners and pipes */
    House(Nursery nursery, Board board, int slots, Opening opening) throws StartFailure {
        this.nursery = nursery;
        this.board = board;
        this.brood = new Brood(slots);
        this.current = opening.first(listeners, pipes);
        this.log = errorLog(current);
        this.pace = Maintenance.Pace.first(current.plan().settings().buckets());
    }

    /** Binds, opens and freezes for the first time. */
    interface Opening {
        Generation first(Listeners listeners, PipedLogs pipes) throws StartFailure;
    }

    private static ErrorLog errorLog(Generation generation) {
        return new ErrorLog(
                generation.logs().errorLog(),
                Announcements.of(generation.plan().mpm().name()).module(),
                generation.plan().level());
    }

    private void watchOnce(int fd, Runnable action) {
        loop.watch(fd, () -> {
            loop.forget(fd);
            action.run();
        });
    }

    private void logProgramDied(String command) {
        log("core", LogLevel.ERROR, "AH00106", "piped log program '" + command + "' failed unexpectedly");
    }

    EventLoop loop() {
        return loop;
    }

    Listeners listeners() {
        return listeners;
    }

    PipedLogs pipes() {
        return pipes;
    }

    Nursery nursery() {
        return nursery;
    }

    Board board() {
        return board;
    }

    Brood brood() {
        return brood;
    }

    Generation current() {
        return current;
    }

    Plan plan() {
        return current.plan();
    }

    Announcements words() {
        return Announcements.of(plan().mpm().name());
    }

    Maintenance.Pace pace() {
        return pace;
    }

    void pace(Maintenance.Pace next) {
        pace = next;
    }

    /** The server is on its way down: nothing is spawned or restarted any more. */
    boolean isClosing() {
        return closing;
    }

    void close() {
        closing = true;
    }

    /** A child has been ready once in this parent's life. */
    boolean hasEverServed() {
        return everServed;
    }

    void served() {
        everServed = true;
    }

    void log(LogLevel level, String id, String text) {
        log.log(level, id, text);
    }

    void log(String module, LogLevel level, String id, String text) {
        log.log(module, level, id, text);
    }

    /** Puts another generation in force; the one before becomes a former one. */
    void enter(Generation next) {
        former.add(current);
        current = next;
        log = errorLog(next);
    }

    /** Takes the newest former generation back in force; the one that was is given up. */
    void returnToFormer() {
        Generation failed = current;
        current = former.removeLast();
        former.add(failed);
        log = errorLog(current);
    }

    /** Closes former generations that have no child left. */
    void sweep() {
        former.removeIf(generation -> {
            boolean over = brood.those(child -> child.generation() == generation.number())
                    .isEmpty();
            if (over) {
                generation.close();
            }
            return over;
        });
    }
}
