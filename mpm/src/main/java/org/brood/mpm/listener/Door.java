package org.brood.mpm.listener;

import java.util.List;
import org.brood.mpm.child.Acceptor;
import org.brood.mpm.child.ConnectionBudget;
import org.brood.mpm.spi.ChildContext.BoundListener;
import org.brood.posix.Epoll;

/**
 * One listener thread's view of the listening sockets: watched, or not while the child is full. The kernel wakes one
 * of the threads and processes that watch a socket (EPOLLEXCLUSIVE), level-triggered: what is left in its queue is reported
 * again, so a thread takes few at a time and comes back. Belongs to the listener's thread.
 *
 * <p>How many it tries to take follows the crowd: one when they come singly, since the call that finds nothing costs as
 * much as a look at epoll, and one more after some visits in a row that found all it asked for, up to {@link #BATCH}.
 */
final class Door {
    /** Accepts in a row, before the connections that are already here are looked at again. */
    private static final int BATCH = 8;

    private static final int FILLS_TO_GROW = 4;

    private static final int EVENTS = Epoll.IN | Epoll.EXCLUSIVE;

    /** What one visit to the door was worth. */
    enum Visit {
        /** All that may come in is in. */
        DONE,
        /** There was no idle worker, and somebody wanted to come in. */
        NO_WORKER,
        /** The child has as many connections as it may. */
        FULL,
        /** The system has no descriptor or memory left. */
        SHORTAGE,
        /** This child has had its share of connections. */
        USED_UP
    }

    private final ListeningChild child;
    private final Epoll epoll;
    private final List<BoundListener> listeners;
    private final Acceptor acceptor;
    private final ConnectionBudget budget;
    private int fill = 1;
    private int fills;
    private volatile boolean open;

    Door(ListeningChild child, Epoll epoll, List<BoundListener> listeners, Acceptor acceptor) {
        this.child = child;
        this.epoll = epoll;
        this.listeners = listeners;
        this.acceptor = acceptor;
        this.budget = child.budget();
    }

    /** Whether the listening sockets are watched. Any thread. */
    boolean isOpen() {
        return open;
    }

    void open() {
        if (!open) {
            for (int i = 0; i < listeners.size(); i++) {
                epoll.add(listeners.get(i).socket(), EVENTS, Listener.doorData(i));
            }
            open = true;
        }
    }

    void shut() {
        if (open) {
            open = false;
            for (BoundListener listener : listeners) {
                epoll.remove(listener.socket());
            }
        }
    }

    /** Somebody is at listener {@code index}: accepts a few and gives them to the household. */
    Visit answer(int index, Household household) {
        BoundListener listener = listeners.get(index);
        for (int i = 0; i < fill; i++) {
            Visit hindrance = hindrance();
            if (hindrance != Visit.DONE) {
                return hindrance;
            }
            int socket = acceptor.accept(listener.socket());
            if (socket < 0) {
                budget.giveBack();
                crowd(Math.max(1, i));
                return socket == Acceptor.SHORTAGE ? Visit.SHORTAGE : Visit.DONE;
            }
            child.census().opened();
            if (budget.usedUp()) {
                child.budgetUsedUp(); // before the task is made: even its first answer says that the connection ends
            }
            household.admit(socket, child.taskFor(socket, listener.index(), acceptor.peer()));
        }
        if (++fills >= FILLS_TO_GROW) {
            crowd(Math.min(BATCH, fill + 1));
        }
        return Visit.DONE;
    }

    private void crowd(int size) {
        fill = size;
        fills = 0;
    }

    private Visit hindrance() {
        if (child.idleWorkers() <= 0) {
            return Visit.NO_WORKER;
        }
        if (!child.admits()) {
            return Visit.FULL;
        }
        return budget.take() ? Visit.DONE : Visit.USED_UP;
    }
}
