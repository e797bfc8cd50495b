package org.brood.mpm.virtual;

import java.util.concurrent.locks.LockSupport;
import org.brood.mpm.child.WorkerPool;
import org.brood.mpm.listener.Connection;
import org.brood.mpm.listener.Stint;

/**
 * The virtual thread of one connection, from its first request that may block on. It is parked while the connection waits; its listener knows when it goes on:
 *
 * <pre>
 *   parked ──handed over──► waits for a permit ──► works ──► gives the connection back ──► parked
 *      └──gone──► ends
 * </pre>
 */
final class ConnectionThread implements Runnable {
    private final Connection connection;
    private final Stint stint;
    private final Permits permits;
    private final VirtualCrew crew;
    private final WorkerPool.Watcher watcher;
    private final Thread thread;
    private volatile boolean handed;
    private volatile boolean gone;

    ConnectionThread(
            Connection connection, Stint stint, Permits permits, VirtualCrew crew, WorkerPool.Watcher watcher) {
        this.connection = connection;
        this.stint = stint;
        this.permits = permits;
        this.crew = crew;
        this.watcher = watcher;
        this.thread = Thread.ofVirtual().unstarted(this);
    }

    /** The connection is the thread's until it gives it back. */
    void take(boolean first) {
        handed = true;
        if (first) {
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
    }

    /** There will be no more to do. */
    void gone() {
        gone = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        try {
            while (awaitTurn()) {
                work();
            }
        } catch (Throwable error) {
            watcher.broken(error);
        }
    }

    private boolean awaitTurn() {
        while (!handed) {
            if (gone) {
                return false;
            }
            LockSupport.park(this);
        }
        handed = false;
        return true;
    }

    private void work() {
        Permit permit = permits.acquire();
        try {
            stint.perform(connection, permit);
        } finally {
            permits.release(permit);
            crew.free();
        }
    }
}
