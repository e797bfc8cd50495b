package org.brood.supervisor;

import org.brood.posix.ChildState;
import org.brood.posix.Signal;
import org.brood.supervisor.child.Child;
import org.brood.supervisor.child.Stage;
import org.brood.supervisor.log.LogLevel;

/**
 * Takes ended children off the table and does what their {@link Verdict} asks for. Belongs to the parent's thread.
 *
 * <p>A crashed child is replaced at once when it had lived for a while, or when it is one of the first two of a series;
 * the third young death in a row waits for the next quiet second, so that a child that cannot live costs one spawn a second
 * and not the machine (hazard H8).
 */
final class Deaths {
    private static final long YOUNG_NANOS = 5_000_000_000L;
    private static final int SERIES = 3;
    private static final int TELL_EVERY = 10;

    private final House house;
    private final Births births;
    private final Runnable onFatal;
    private int youngDeaths;
    private boolean sickSeen;
    private boolean quiet = true;

    Deaths(House house, Births births, Runnable onFatal) {
        this.house = house;
        this.births = births;
        this.onFatal = onFatal;
    }

    /** Its process has ended. */
    void ended(Child child) {
        ChildState end = child.reap();
        if (end instanceof ChildState.Running) {
            return;
        }
        house.loop().forget(child.pidfd());
        house.loop().forget(child.control());
        child.release();
        house.brood().remove(child);
        quiet = false;
        judge(child, end);
        house.board().ended(child.slot());
        births.tell(child, "stopped");
        house.sweep();
        births.useFreedSlots();
    }

    private void judge(Child child, ChildState end) {
        boolean current = child.generation() == house.current().number();
        Stage stage = child.stage();
        Verdict verdict = Verdict.of(end, stage, current);
        switch (verdict) {
            case FATAL -> {
                String text = "Child " + child.pid() + " returned a Fatal error... Brood is exiting!";
                house.log("core", LogLevel.ALERT, "AH00050", text);
                onFatal.run();
            }
            case IGNORED ->
                house.log(
                        LogLevel.WARN,
                        house.words().oldFatal(),
                        "Ignoring fatal exit in non-current generation (pid " + child.pid() + ", generation "
                                + child.generation() + ")");
            case SICK -> sick(child, end);
            case CRASHED -> crashed(child, end, stage);
            case ENDED -> births.replace(child);
            case EXPECTED -> {}
        }
    }

    private void sick(Child child, ChildState end) {
        sickSeen = true;
        house.pace(
                org.brood.mpm.spi.Maintenance.Pace.first(house.plan().settings().buckets()));
        house.log(
                LogLevel.ERROR,
                "BR1001",
                "child pid " + child.pid() + " could not serve (" + text(end) + "): its reason stands above");
    }

    private void crashed(Child child, ChildState end, Stage stage) {
        tellCrash(child, end);
        if (!stage.isActive()) {
            return;
        }
        boolean young = System.nanoTime() - child.startedNanos() < YOUNG_NANOS;
        youngDeaths += young ? 1 : 0;
        if (!young || youngDeaths < SERIES) {
            births.replace(child);
            return;
        }
        births.replaceLater(child);
        if (youngDeaths == SERIES || youngDeaths % TELL_EVERY == 0) {
            house.log(
                    LogLevel.WARN,
                    house.words().dyingInTurn(),
                    "children are killed successively! (" + youngDeaths + " without a quiet second between)");
        }
    }

    private void tellCrash(Child child, ChildState end) {
        if (end instanceof ChildState.Exited exited) {
            house.log(
                    "core",
                    LogLevel.ALERT,
                    "BR1002",
                    "child pid " + child.pid() + " " + Verdict.sentence(exited.code()) + "; in progress: "
                            + house.board().inProgress(child.slot()));
        } else if (end instanceof ChildState.Killed killed && isTold(killed.signal())) {
            String what = "child pid " + child.pid() + " exit signal " + SignalText.of(killed.signal()) + " ("
                    + killed.signal() + ")";
            house.log(
                    "core",
                    LogLevel.NOTICE,
                    killed.coreDumped() ? "AH00051" : "AH00052",
                    killed.coreDumped()
                            ? what + ", possible coredump in "
                                    + house.plan().process().coreDirectory()
                            : what);
        }
    }

    private static boolean isTold(int signal) {
        return signal != Signal.TERM.number()
                && signal != Signal.HUP.number()
                && signal != Signal.USR1.number()
                && signal != Signal.KILL.number();
    }

    private static String text(ChildState end) {
        return switch (end) {
            case ChildState.Running running -> "running";
            case ChildState.Exited exited -> "exit code " + exited.code();
            case ChildState.Killed killed -> "signal " + killed.signal();
        };
    }

    /** A second is over. @return whether nobody died in it, so that idle maintenance may run */
    boolean quietTick() {
        boolean wasQuiet = quiet;
        quiet = true;
        if (wasQuiet) {
            youngDeaths = 0;
        }
        if (sickSeen && !house.hasEverServed()) {
            house.log(
                    LogLevel.ALERT,
                    house.words().allSick(),
                    "A resource shortage or other unrecoverable failure was encountered before any child process "
                            + "initialized successfully... Brood is exiting!");
            onFatal.run();
        }
        sickSeen = false;
        return wasQuiet;
    }
}
