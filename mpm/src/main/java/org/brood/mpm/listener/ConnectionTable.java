package org.brood.mpm.listener;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A listener's connections by descriptor. What epoll returns with an event is the descriptor and a tag that no other
 * connection of this listener has had for four billion connections, so an event that was fetched before its connection
 * was closed, and whose descriptor belongs to another one by now, finds nothing. Belongs to the listener's thread.
 */
final class ConnectionTable {
    private @Nullable Connection[] byDescriptor = new Connection[64];
    private int lastTag;

    /** The tag for the next connection. */
    int nextTag() {
        return ++lastTag;
    }

    /** What to register with epoll: the tag and the descriptor; never negative as a descriptor. */
    static long data(int socket, int tag) {
        return (long) tag << 32 | socket;
    }

    void put(Connection connection) {
        int socket = connection.open.socket();
        if (socket >= byDescriptor.length) {
            byDescriptor = Arrays.copyOf(byDescriptor, Math.max(socket + 1, 2 * byDescriptor.length));
        }
        byDescriptor[socket] = connection;
    }

    /** The connection that an event is for, null when it is gone. */
    @Nullable
    Connection find(long data) {
        int socket = (int) data;
        Connection connection = socket < byDescriptor.length ? byDescriptor[socket] : null;
        return connection != null && connection.tag == (int) (data >>> 32) ? connection : null;
    }

    /** Forgets a closed connection, unless its descriptor has been used again. */
    void forget(Connection connection) {
        int socket = connection.open.socket();
        if (byDescriptor[socket] == connection) {
            byDescriptor[socket] = null;
        }
    }

    /** A copy of what is in it, for taking all of it down. */
    Connection[] all() {
        return Arrays.stream(byDescriptor).filter(c -> c != null).toArray(Connection[]::new);
    }
}
