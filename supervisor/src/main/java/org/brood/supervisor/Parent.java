package org.brood.supervisor;

import java.util.List;
import org.brood.posix.Signal;
import org.brood.posix.Signals;
import org.brood.posix.TimerFd;
import org.brood.supervisor.child.Child;
import org.brood.supervisor.child.Nursery;
import org.brood.supervisor.files.PidFile;
import org.jspecify.annotations.Nullable;

/**
 * The parent process: one thread that waits for signals, for what children say, for their end, and for the next second.
 *
 * <pre>
 *   signal ─► Wish ─┬─► Restarts ─► Births        (a new generation)
 *                   └─► Stops                     (the end)
 *   pidfd ──► Deaths ─► Verdict ─► Births         (a replacement) or Stops (fatal)
 *   pipe ───► Births ─► READY ─► Restarts.relieve (the old generation finishes)
 *   timer ──► Stops.tick, Births.maintain         (idle maintenance, decided by the MPM)
 * </pre>
 */
public final class Parent {
    private static final long SECOND = 1_000_000_000L;

    private final House house;
    private final Births births;
    private final Deaths deaths;
    private final Restarts restarts;
    private final Stops stops;
    private final Signals signals;
    private final TimerFd timer = TimerFd.open();
    private final Runnable announceReady;
    private Wish wish = Wish.NONE;
    private boolean announced;

    /**
     * How this parent runs.
     *
     * @param childCommand the program and arguments of a child, to which its slot and bucket are added
     * @param onTerminal it keeps a terminal, which sends WINCH when its window is resized: that must not stop the server
     * @param ready called once, when the first child takes connections
     */
    public record Manner(List<String> childCommand, boolean onTerminal, Runnable ready) {}

    /**
     * Binds, opens and writes everything; no child is started yet.
     *
     * @param slots of the board
     * @throws StartFailure with what to say on the console
     */
    public Parent(Plan plan, PlanSource plans, Board board, int slots, Manner manner) throws StartFailure {
        this.announceReady = manner.ready();
        this.house = new House(
                new Nursery(manner.childCommand()),
                board,
                slots,
                (listeners, pipes) -> Startup.first(plan, board, listeners, pipes));
        PidFile pidFile = Startup.writePidFile(house);
        this.births = new Births(house, this::childEnded, this::childReady);
        this.restarts = new Restarts(house, births, plans);
        this.stops = new Stops(house, pidFile);
        this.deaths = new Deaths(house, births, this::fatal);
        this.signals = catchSignals(manner.onTerminal());
    }

    private static Signals catchSignals(boolean onTerminal) {
        Signals.ignore(Signal.PIPE);
        Signals.ignore(Signal.XFSZ);
        Signal[] obeyed = {Signal.TERM, Signal.INT, Signal.HUP, Signal.USR1, Signal.WINCH};
        for (Signal signal : obeyed) {
            Signals.restoreDefault(
                    signal); // a shell's background job starts with INT ignored, and the JVM would obey that
        }
        Signals inbox = Signals.catching(obeyed);
        if (onTerminal) {
            Signals.ignore(Signal.WINCH);
        }
        return inbox;
    }

    /** Starts the children and watches over them until the server has been stopped. @return the exit code of the process */
    public int run() {
        Startup.announce(house);
        house.loop().watch(signals.fd(), this::hearSignals);
        house.loop().watch(timer.fd(), this::tick);
        timer.set(SECOND, SECOND);
        births.startUp();
        while (!stops.isOver()) {
            house.loop().turn(-1);
            fulfil();
        }
        return stops.end();
    }

    private void hearSignals() {
        for (@Nullable Signal signal = signals.next(); signal != null; signal = signals.next()) {
            wish = wish.and(Wish.of(signal));
        }
    }

    private void fulfil() {
        Wish now = wish;
        if (now == Wish.GRACEFUL_RESTART && restarts.isUnderWay()) {
            return; // one at a time: the wish stays, and is looked at again whenever something has happened
        }
        wish = Wish.NONE;
        switch (now) {
            case NONE -> {}
            case STOP -> stops.hard();
            case GRACEFUL_STOP -> stops.graceful();
            case RESTART -> restart(restarts::hard);
            case GRACEFUL_RESTART -> restart(restarts::graceful);
        }
    }

    private void restart(Runnable kind) {
        if (!house.isClosing()) {
            kind.run();
        }
    }

    private void tick() {
        timer.drain();
        house.board().second();
        house.pipes().tick();
        stops.tick();
        births.makeRoom();
        births.startOthers();
        if (!house.isClosing() && deaths.quietTick()) {
            births.replaceOwed();
            births.maintain();
        }
        restarts.relieve();
    }

    private void childReady() {
        if (!announced) {
            announced = true;
            announceReady.run();
        }
        restarts.relieve();
    }

    private void childEnded(Child child) {
        deaths.ended(child);
        births.startOthers();
        if (!house.isClosing()) {
            restarts.relieve();
        }
    }

    private void fatal() {
        if (!restarts.giveUpNewest()) {
            stops.fatal();
        }
    }
}
