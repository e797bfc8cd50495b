package org.brood.mpm.listener;

import org.brood.mpm.child.WorkerPool;

/** The threads that may block: they take over connections from the listeners and give them back when they wait. */
public interface Crew {

    /** Connections that could be taken over at once; 0 or less when the next has to wait for its turn. Any thread. */
    int idle();

    /**
     * Takes over a connection, which is OWNED from now on; it is served by a {@link Stint}. On listener threads; does not
     * block. Several calls of one connection never overlap.
     */
    void take(Connection connection);

    /** The connection will never be handed over again. On listener threads, or by the crew's own. */
    void gone(Connection connection);

    /** The child finishes; what idle threads show. */
    void finishing();

    /** No connection will come any more: idle threads end. */
    void end();

    /** @return false when some are still busy after this time */
    boolean awaitEnd(long millis) throws InterruptedException;

    /** Makes the crew of one child. */
    @FunctionalInterface
    interface Factory {
        Crew hire(Stint stint, WorkerPool.Watcher watcher);
    }
}
