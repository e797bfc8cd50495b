package org.brood.mpm.event;

import org.brood.mpm.child.WorkerPool;
import org.brood.mpm.listener.Connection;
import org.brood.mpm.listener.Crew;
import org.brood.mpm.listener.Stint;
import org.brood.mpm.spi.ChildContext;
import org.brood.scoreboard.WorkerStatus;

/** ThreadsPerChild worker threads, which take connections from the listeners while there is something to do for them. */
final class EventCrew implements Crew {
    private final WorkerPool<Connection> workers;

    EventCrew(ChildContext context, Stint stint, WorkerPool.Watcher watcher) {
        workers = new WorkerPool<>(
                context.settings().threadsPerChild(),
                context.settings().threadStackBytes(),
                context.rows(),
                thread -> connection -> stint.perform(connection, thread),
                watcher);
    }

    @Override
    public int idle() {
        return workers.idle();
    }

    @Override
    public void take(Connection connection) {
        workers.submit(connection);
    }

    @Override
    public void gone(Connection connection) {
        // No worker is bound to a connection.
    }

    @Override
    public void finishing() {
        workers.restStatus(WorkerStatus.GRACEFUL);
    }

    @Override
    public void end() {
        workers.end();
    }

    @Override
    public boolean awaitEnd(long millis) throws InterruptedException {
        return workers.awaitEnd(millis);
    }
}
