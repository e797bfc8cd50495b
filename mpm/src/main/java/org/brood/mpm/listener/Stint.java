package org.brood.mpm.listener;

import org.brood.mpm.child.Lingering;
import org.brood.mpm.spi.LentThread;
import org.brood.mpm.spi.NextStep;
import org.brood.posix.Sockets;
import org.brood.posix.Syscall;
import org.brood.scoreboard.WorkerStatus;

/**
 * What a thread of the crew does with a connection that was handed over: runs it, and gives it back to its home as soon as
 * it waits. Any thread of the crew, each with its own connection.
 */
public final class Stint {
    private final ListeningChild child;

    Stint(ListeningChild child) {
        this.child = child;
    }

    /** Runs the connection until it is given back; it must not be touched after this, for home may have passed it on. */
    public void perform(Connection connection, LentThread thread) {
        thread.row().status(WorkerStatus.WRITING);
        boolean again = true;
        while (again) {
            again = !settled(connection, child.turn().run(connection.open.task(), thread), thread);
        }
    }

    /** @return false when the task must run once more, because something happened meanwhile */
    private boolean settled(Connection connection, NextStep step, LentThread thread) {
        return switch (step) {
            case NextStep.Park park -> giveBack(connection, Wait.KEEP_ALIVE, park.timeoutMillis());
            case NextStep.AwaitReadable await -> giveBack(connection, Wait.READABLE, await.timeoutMillis());
            case NextStep.AwaitWritable await -> giveBack(connection, Wait.WRITABLE, await.timeoutMillis());
            case NextStep.Linger linger -> linger(connection, linger, thread);
            case NextStep.Close close -> close(connection);
            case NextStep.HandOver handOver -> handOverRefused(connection);
        };
    }

    private boolean giveBack(Connection connection, Wait wait, int timeoutMillis) {
        connection.wait = wait;
        connection.timeoutMillis = timeoutMillis;
        connection.waitsSince = child.clock().nanos();
        boolean atOnce = !connection.registered;
        if (!connection.giveBack()) {
            return false;
        }
        connection.home.takeBack(connection, atOnce);
        return true;
    }

    /** The end of the stream goes out at once; the draining is home's. */
    private boolean linger(Connection connection, NextStep.Linger step, LentThread thread) {
        thread.row().status(WorkerStatus.CLOSING);
        if (Sockets.shutdownWrite(connection.open.socket()) == Syscall.PEER_GONE) {
            return close(connection);
        }
        connection.wait = Wait.CLOSING;
        connection.timeoutMillis = Lingering.millis(step);
        connection.waitsSince = child.clock().nanos();
        boolean atOnce = !connection.registered;
        boolean stirred = connection.giveBackAnyway();
        connection.home.takeBack(connection, stirred || atOnce);
        return true;
    }

    private boolean close(Connection connection) {
        connection.wait = null;
        connection.open.close();
        child.gone(connection);
        connection.giveBackAnyway();
        connection.home.takeBack(connection, false);
        child.closed(null);
        return true;
    }

    private boolean handOverRefused(Connection connection) {
        child.log().log("error", "BR0502", "a task asked for a thread that may block, on one: connection closed");
        return close(connection);
    }
}
