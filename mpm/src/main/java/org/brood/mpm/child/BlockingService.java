package org.brood.mpm.child;

import org.brood.mpm.spi.ChildContext.ChildLog;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.NextStep;
import org.brood.posix.Poll;
import org.brood.posix.PollSet;
import org.brood.scoreboard.WorkerStatus;
import org.jspecify.annotations.Nullable;

/**
 * A connection served from its first byte to its close on one thread, which blocks in poll(2) whenever the connection waits:
 * how prefork and worker hold theirs.
 *
 * <p>While a kept-alive connection waits, the thread watches the child's {@link FinishSignal} too. When the child finishes
 * such a connection may still use the promise of its last answer for {@link #GRACE_MILLIS}; then it is closed. (httpd lets
 * it wait for its whole timeout.) One of these belongs to one thread.
 */
public final class BlockingService {
    /** See {@code Waits.GRACE_MILLIS} of event: the same promise. */
    static final int GRACE_MILLIS = 500;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final WorkerThread lent;
    private final FinishSignal finish;
    private final Turn turn;
    private final ChildLog log;
    private final NanoClock clock;
    private final Lingering lingering = new Lingering();
    private final PollSet socketAndFinish = new PollSet(2);
    private volatile @Nullable OpenConnection serving;

    public BlockingService(WorkerThread lent, FinishSignal finish, ChildLog log, NanoClock clock) {
        this.lent = lent;
        this.finish = finish;
        this.log = log;
        this.turn = new Turn(log);
        this.clock = clock;
    }

    /** How a wait ended. */
    private enum Woken {
        READY,
        TIMED_OUT,
        /** The child finishes, and this connection waits for nothing that was promised. */
        SHED
    }

    /** Serves until the connection is closed. */
    public void serve(OpenConnection connection) {
        serving = connection;
        try {
            lent.row().status(WorkerStatus.READING);
            NextStep step = turn.run(connection.task(), lent);
            while (!(step instanceof NextStep.Close)) {
                step = after(step, connection);
            }
        } finally {
            serving = null;
            connection.close();
        }
    }

    /** The hard stop: ends the traffic of what is served now, so that its thread comes back. Any thread. */
    public void cut() {
        OpenConnection connection = serving;
        if (connection != null) {
            connection.cut();
        }
    }

    private NextStep after(NextStep step, OpenConnection connection) {
        return switch (step) {
            case NextStep.Park park -> next(park(connection.socket(), park.timeoutMillis()), connection.task());
            case NextStep.AwaitReadable await ->
                next(await(connection.socket(), Poll.IN, await.timeoutMillis()), connection.task());
            case NextStep.AwaitWritable await ->
                next(await(connection.socket(), Poll.OUT, await.timeoutMillis()), connection.task());
            case NextStep.Linger linger -> linger(connection.socket(), Lingering.millis(linger));
            case NextStep.Close close -> close;
            case NextStep.HandOver handOver -> handOverRefused();
        };
    }

    private NextStep next(Woken woken, ConnectionTask task) {
        return switch (woken) {
            case READY -> turn.run(task, lent);
            case TIMED_OUT -> turn.timedOut(task, lent);
            case SHED -> task.idle() ? NextStep.LINGER_BRIEFLY : turn.run(task, lent);
        };
    }

    private NextStep handOverRefused() {
        log.log("error", "BR0502", "a task asked for a thread that may block, on one: connection closed");
        return NextStep.CLOSE;
    }

    private Woken await(int socket, int events, int timeoutMillis) {
        lent.row().status(events == Poll.IN ? WorkerStatus.READING : WorkerStatus.WRITING);
        return Poll.events(socket, events, timeoutMillis) != 0 ? Woken.READY : Woken.TIMED_OUT;
    }

    private Woken park(int socket, int timeoutMillis) {
        lent.row().status(WorkerStatus.KEEPALIVE);
        long begun = clock.nanos();
        socketAndFinish.clear();
        int socketIndex = socketAndFinish.add(socket, Poll.IN);
        socketAndFinish.add(finish.fd(), Poll.IN);
        if (socketAndFinish.wait(timeoutMillis) == 0) {
            return Woken.TIMED_OUT;
        }
        if (socketAndFinish.events(socketIndex) != 0) {
            return Woken.READY;
        }
        int waited = (int) ((clock.nanos() - begun) / NANOS_PER_MILLI);
        int grace = Math.min(GRACE_MILLIS, timeoutMillis) - waited;
        return Poll.readable(socket, Math.max(0, grace)) ? Woken.READY : Woken.SHED;
    }

    /** Shuts our side and drains until the peer closes; two seconds at most when the child finishes. */
    private NextStep linger(int socket, int mostMillis) {
        lent.row().status(WorkerStatus.CLOSING);
        long begun = clock.nanos();
        Lingering.State state = lingering.begin(socket);
        while (state != Lingering.State.OVER) {
            int most = finish.isSaid() ? Math.min(mostMillis, Lingering.BRIEF_MILLIS) : mostMillis;
            long left = most - (clock.nanos() - begun) / NANOS_PER_MILLI;
            if (left <= 0 || !inputWithin(socket, left)) {
                return NextStep.CLOSE;
            }
            state = lingering.drain(socket);
        }
        return NextStep.CLOSE;
    }

    /** As httpd's blocking close: a peer that is silent for two seconds is not waited for any longer. */
    private static boolean inputWithin(int socket, long millis) {
        return Poll.readable(socket, (int) Math.min(millis, Lingering.BRIEF_MILLIS));
    }
}
