package org.brood.mpm.child;

import java.util.List;
import org.brood.mpm.spi.ChildContext.BoundListener;
import org.brood.posix.SocketOption;
import org.brood.posix.Sockets;

/**
 * The child's copies of the listening sockets. What is accepted inherits TCP_NODELAY from its listener, so it is set here
 * once and costs no call for each connection. Closed once, when the child takes no more connections: the parent's copies go
 * on, and with them the queue of connections that wait.
 */
public final class ListeningSockets {
    private final List<BoundListener> listeners;
    private boolean closed;

    public ListeningSockets(List<BoundListener> listeners) {
        this.listeners = listeners;
        for (BoundListener listener : listeners) {
            SocketOption.NO_DELAY.enable(listener.socket());
        }
    }

    public synchronized void close() {
        if (!closed) {
            closed = true;
            for (BoundListener listener : listeners) {
                Sockets.close(listener.socket());
            }
        }
    }
}
