package org.brood.mpm.child;

import java.util.List;
import org.brood.mpm.spi.ChildContext.BoundListener;
import org.brood.posix.Epoll;
import org.brood.posix.InetEndpoint;

/**
 * The listening sockets of a child that takes one connection at a time, when it is ready for one: an epoll with
 * EPOLLEXCLUSIVE, so that a new connection wakes one child that waits, not all of them, and no accept mutex is needed.
 * Sockets that are ready together are served in turns (hazard H19). Other descriptors are watched beside them, so that
 * nobody has to connect to the server just to wake a child, as httpd's dummy connections do. Belongs to one thread.
 */
public final class Doorway {
    /** One of the other descriptors is ready. */
    public static final int OTHER = -3;

    private static final long OTHER_DATA = -1;

    private final List<BoundListener> listeners;
    private final Acceptor acceptor;
    private final Epoll epoll;
    private final boolean[] ready;
    private int turn;
    private int index;

    public Doorway(List<BoundListener> listeners, Acceptor acceptor) {
        this.listeners = listeners;
        this.acceptor = acceptor;
        this.epoll = Epoll.open(listeners.size() + 2);
        this.ready = new boolean[listeners.size()];
        for (int i = 0; i < listeners.size(); i++) {
            epoll.add(listeners.get(i).socket(), Epoll.IN | Epoll.EXCLUSIVE, i);
        }
    }

    public void watch(int fd) {
        epoll.add(fd, Epoll.IN, OTHER_DATA);
    }

    public void unwatch(int fd) {
        epoll.remove(fd);
    }

    /**
     * Waits for a connection.
     *
     * @return its descriptor, or {@link #OTHER}, {@link Acceptor#NONE} (another child was quicker) or
     *     {@link Acceptor#SHORTAGE}
     */
    public int next() {
        int events = epoll.wait(-1);
        boolean other = false;
        for (int i = 0; i < events; i++) {
            if (epoll.data(i) == OTHER_DATA) {
                other = true;
            } else {
                ready[(int) epoll.data(i)] = true;
            }
        }
        return other ? OTHER : acceptInTurn();
    }

    private int acceptInTurn() {
        int result = Acceptor.NONE;
        for (int i = 0; i < ready.length && result == Acceptor.NONE; i++) {
            int candidate = (turn + i) % ready.length;
            if (ready[candidate]) {
                ready[candidate] = false;
                result = acceptor.accept(listeners.get(candidate).socket());
                index = candidate;
            }
        }
        turn = (index + 1) % ready.length;
        return result;
    }

    /** The manifest's number of the listener whose connection {@link #next} gave. */
    public int listener() {
        return listeners.get(index).index();
    }

    public InetEndpoint peer() {
        return acceptor.peer();
    }

    /** Leaves the sockets, so that they can be closed. */
    public void leave() {
        epoll.close();
    }
}
