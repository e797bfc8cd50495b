package org.brood.mpm.child;

import org.brood.mpm.spi.ConnectionTask;
import org.brood.posix.Sockets;

/**
 * A socket and the task on it, from accept to close. The socket is closed once, and the task told of it once, whoever
 * comes first. {@link #cut} is for the thread that stops the child while another one owns the connection: it makes the
 * owner's waiting and transfers end. The lock is between these two: a descriptor number must not be cut after it was
 * closed, when it may name another file.
 */
public final class OpenConnection {
    private final int socket;
    private final ConnectionTask task;
    private boolean closed;

    public OpenConnection(int socket, ConnectionTask task) {
        this.socket = socket;
        this.task = task;
    }

    public int socket() {
        return socket;
    }

    public ConnectionTask task() {
        return task;
    }

    /** Closes the socket and tells the task. By the owner. */
    public void close() {
        if (release()) {
            task.closed();
        }
    }

    private synchronized boolean release() {
        if (closed) {
            return false;
        }
        closed = true;
        Sockets.close(socket);
        return true;
    }

    /** Ends all traffic; the owner finds out and closes. Any thread. */
    public synchronized void cut() {
        if (!closed) {
            Sockets.shutdownBoth(socket);
        }
    }
}
