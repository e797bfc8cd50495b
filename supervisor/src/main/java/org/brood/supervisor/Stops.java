package org.brood.supervisor;

import java.util.concurrent.TimeUnit;
import org.brood.supervisor.child.Child;
import org.brood.supervisor.child.Child.Force;
import org.brood.supervisor.child.Stage;
import org.brood.supervisor.files.PidFile;
import org.brood.supervisor.log.LogLevel;

/**
 * Ends the server, and children that do not obey. Belongs to the parent's thread.
 *
 * <pre>
 *   a child is told to stop    at once   the order on the control pipe
 *   still there after          3 s       SIGTERM, AH00045
 *                              5 s       SIGKILL, AH00046
 * </pre>
 *
 * <p>httpd takes 10 s over this; nothing is gained by the wait, since a child that obeys has gone long before.
 */
final class Stops {
    private static final long TERM_AFTER = TimeUnit.MILLISECONDS.toNanos(3000);
    private static final long KILL_AFTER = TimeUnit.MILLISECONDS.toNanos(5000);

    private final House house;
    private final PidFile pidFile;
    private long deadline = Long.MAX_VALUE;
    private boolean hard;
    private boolean fatal;

    Stops(House house, PidFile pidFile) {
        this.house = house;
        this.pidFile = pidFile;
    }

    /** Stop now. */
    void hard() {
        hard = true;
        house.close();
        house.listeners().closeAll();
        house.brood().all().forEach(child -> child.stop(System.nanoTime()));
    }

    /** Stop when all that runs has ended, or after GracefulShutdownTimeout. */
    void graceful() {
        if (house.isClosing()) {
            return;
        }
        house.log(LogLevel.NOTICE, house.words().closing(), "caught SIGWINCH, shutting down gracefully");
        pidFile.remove();
        finish();
    }

    /** No child will ever serve: those that do finish, the pid file stays, the exit code is not 0. */
    void fatal() {
        fatal = true;
        if (!house.isClosing()) {
            finish();
        }
    }

    private void finish() {
        house.close();
        house.listeners().closeAll();
        house.brood().all().forEach(child -> child.finish(System.nanoTime()));
        int seconds = house.plan().settings().gracefulShutdownTimeoutSeconds();
        if (seconds > 0) {
            deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        }
    }

    /** Whether the parent may end. */
    boolean isOver() {
        return house.isClosing() && house.brood().isEmpty();
    }

    /** The last lines. @return the exit code */
    int end() {
        if (fatal) {
            return 1;
        }
        if (hard) {
            pidFile.remove();
            house.log(LogLevel.NOTICE, house.words().terminated(), "caught SIGTERM, shutting down");
        }
        return 0;
    }

    /** A second is over: deadlines and children that do not obey. */
    void tick() {
        long now = System.nanoTime();
        if (now - deadline >= 0 && !hard) {
            hard();
        }
        for (Child child : house.brood().those(child -> child.stage() == Stage.STOPPING)) {
            escalate(child, now - child.stopNanos());
        }
    }

    private void escalate(Child child, long age) {
        if (age >= KILL_AFTER && child.force() == Force.TERM) {
            child.force(Force.KILL);
            String text = "child process " + child.pid() + " still did not exit, sending a SIGKILL";
            house.log("core", LogLevel.ERROR, "AH00046", text);
        } else if (age >= TERM_AFTER && child.force() == Force.ORDER) {
            child.force(Force.TERM);
            String text = "child process " + child.pid() + " still did not exit, sending a SIGTERM";
            house.log("core", LogLevel.WARN, "AH00045", text);
        }
    }
}
