package org.brood.mpm.listener;

import java.util.ArrayDeque;
import org.brood.mpm.child.Lingering;
import org.brood.mpm.child.OpenConnection;
import org.brood.mpm.child.Turn;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.LentThread;
import org.brood.mpm.spi.NextStep;
import org.brood.posix.Epoll;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one listener and what happens to them on its thread: run, park, hand over, linger, shed, close.
 *
 * <p>A new connection is run at once: where the kernel holds connections back until they have sent something (deferred
 * accept) its request is there, and if it is answered and closed in one go the socket never meets epoll. Registering
 * reports what came before it, so the order is safe.
 *
 * <p>All methods belong to the listener's thread; a connection given to them is parked, as {@link Connection} has it.
 */
final class Household {
    private static final int EVENTS = Epoll.IN | Epoll.OUT | Epoll.PEER_SHUT | Epoll.EDGE;
    private static final int SHUT = Epoll.PEER_SHUT | Epoll.HANG_UP | Epoll.ERROR;

    private final ListeningChild child;
    private final Listener home;
    private final Epoll epoll;
    private final LentThread lent;
    private final Turn turn;
    private final Lingering lingering = new Lingering();
    private final ConnectionTable table = new ConnectionTable();
    private final Waits waits = new Waits();
    /** Closing connections whose peers send faster than one drain takes; with edges, nobody would remind us of them. */
    private final ArrayDeque<Connection> floods = new ArrayDeque<>();

    Household(ListeningChild child, Listener home, Epoll epoll, LentThread lent) {
        this.child = child;
        this.home = home;
        this.epoll = epoll;
        this.lent = lent;
        this.turn = child.turn();
    }

    Waits waits() {
        return waits;
    }

    /** Tells the board how many wait for what. */
    void tell() {
        waits.tell(child.census());
    }

    /** Takes in a socket that was just accepted. */
    void admit(int socket, ConnectionTask task) {
        Connection connection = new Connection(new OpenConnection(socket, task), home, table.nextTag());
        table.put(connection);
        run(connection, 0);
    }

    /** An event that epoll reported; the connection may be gone, or a worker's. */
    void happened(long data, int events) {
        Connection connection = table.find(data);
        if (connection == null) {
            return;
        }
        boolean shut = (events & SHUT) != 0;
        if (!connection.parked()) {
            connection.stir(shut);
        } else if (connection.wait != null && connection.wait.endedBy(events)) {
            goOn(connection, Connection.extraRuns(shut));
        }
    }

    private void goOn(Connection connection, int extraRuns) {
        if (connection.wait == Wait.CLOSING) {
            drain(connection);
        } else {
            waits.remove(connection);
            run(connection, extraRuns);
        }
    }

    private void run(Connection connection, int extraRuns) {
        NextStep step = turn.run(connection.open.task(), lent);
        for (int i = 0; i < extraRuns && waitsForInput(step); i++) {
            step = turn.run(connection.open.task(), lent);
        }
        settle(connection, step);
    }

    static boolean waitsForInput(NextStep step) {
        return step instanceof NextStep.Park || step instanceof NextStep.AwaitReadable;
    }

    private void settle(Connection connection, NextStep step) {
        switch (step) {
            case NextStep.Park park -> park(connection, Wait.KEEP_ALIVE, park.timeoutMillis());
            case NextStep.AwaitReadable await -> park(connection, Wait.READABLE, await.timeoutMillis());
            case NextStep.AwaitWritable await -> park(connection, Wait.WRITABLE, await.timeoutMillis());
            case NextStep.HandOver handOver -> handOver(connection);
            case NextStep.Linger linger -> linger(connection, linger);
            case NextStep.Close close -> close(connection);
        }
    }

    private void park(Connection connection, Wait wait, int timeoutMillis) {
        waits.park(connection, wait, timeoutMillis);
        register(connection);
    }

    private void register(Connection connection) {
        if (!connection.registered) {
            connection.registered = true;
            int socket = connection.open.socket();
            epoll.add(socket, EVENTS, ConnectionTable.data(socket, connection.tag));
        }
    }

    private void handOver(Connection connection) {
        connection.wait = null;
        connection.handOver();
        if (child.idleWorkers() <= 0) {
            home.noWorkerForHandOver();
        }
        child.handOver(connection);
    }

    private void linger(Connection connection, NextStep.Linger step) {
        switch (lingering.begin(connection.open.socket())) {
            case WAITING -> park(connection, Wait.CLOSING, Lingering.millis(step));
            case MORE -> {
                park(connection, Wait.CLOSING, Lingering.millis(step));
                floods.addLast(connection);
            }
            case OVER -> close(connection);
        }
    }

    private void drain(Connection connection) {
        switch (lingering.drain(connection.open.socket())) {
            case WAITING -> {}
            case MORE -> floods.addLast(connection);
            case OVER -> close(connection);
        }
    }

    private void close(Connection connection) {
        waits.remove(connection);
        connection.wait = null;
        connection.open.close();
        child.gone(connection);
        table.forget(connection);
        child.closed(home);
    }

    /** Whether {@link #drainFloods} has something to do at once. */
    boolean flooded() {
        return !floods.isEmpty();
    }

    /** Goes on with those that were left with more to read, once each. */
    void drainFloods() {
        for (int left = floods.size(); left > 0; left--) {
            Connection connection = floods.removeFirst();
            if (connection.wait == Wait.CLOSING) {
                drain(connection);
            }
        }
    }

    /** Takes back what workers have returned; before anything is parked in this round. */
    void takeBack(@Nullable Connection returned) {
        Connection connection = returned;
        while (connection != null) {
            Connection next = connection.nextReturned;
            connection.nextReturned = null;
            takeBackOne(connection);
            connection = next;
        }
    }

    private void takeBackOne(Connection connection) {
        int runs = connection.takeBack();
        if (connection.wait == null) {
            table.forget(connection);
            return;
        }
        waits.parkReturned(connection);
        if (!connection.registered) {
            register(connection);
        } else if (runs > 0 || connection.wait == Wait.CLOSING) {
            goOn(connection, runs - 1);
        }
    }

    /** Ends the waits whose time is over. @return whether there were any */
    boolean expire(long now, boolean finishing) {
        boolean any = false;
        for (Connection c = waits.expired(now); c != null; c = waits.expired(now)) {
            any = true;
            expired(c, finishing);
        }
        return any;
    }

    private void expired(Connection connection, boolean finishing) {
        if (connection.wait == Wait.CLOSING) {
            close(connection);
        } else if (connection.wait == Wait.KEEP_ALIVE && finishing) {
            shed(connection);
        } else {
            waits.remove(connection);
            settle(connection, turn.timedOut(connection.open.task(), lent));
        }
    }

    /** Ends the kept-alive connections that have waited for some time. @return whether there were any */
    boolean shed(long now) {
        boolean any = false;
        for (Connection c = waits.sheddable(now); c != null; c = waits.sheddable(now)) {
            any = true;
            shed(c);
        }
        return any;
    }

    /** A request that has arrived but was not read yet is answered first. */
    private void shed(Connection connection) {
        waits.remove(connection);
        NextStep step = turn.run(connection.open.task(), lent);
        boolean idle = step instanceof NextStep.Park && connection.open.task().idle();
        settle(connection, idle ? NextStep.LINGER_BRIEFLY : step);
    }

    /** The hard stop: closes what is parked and cuts what a worker holds. */
    void endAll() {
        for (Connection connection : table.all()) {
            if (connection.parked()) {
                close(connection);
            } else {
                connection.open.cut();
            }
        }
    }
}
