package org.brood.mpm.virtual;

import java.util.concurrent.atomic.AtomicInteger;
import org.brood.mpm.child.WorkerPool;
import org.brood.mpm.listener.Connection;
import org.brood.mpm.listener.Crew;
import org.brood.mpm.listener.Stint;
import org.brood.mpm.spi.ChildContext;
import org.brood.scoreboard.WorkerStatus;

/** A virtual thread for each connection that needed one, and a permit for each request in progress on them. */
final class VirtualCrew implements Crew {
    private final Stint stint;
    private final WorkerPool.Watcher watcher;
    private final Permits permits;
    private final DescriptorWatch watch = new DescriptorWatch();
    private final int most;
    private final AtomicInteger busy = new AtomicInteger();

    VirtualCrew(ChildContext context, Stint stint, WorkerPool.Watcher watcher) {
        this.stint = stint;
        this.watcher = watcher;
        this.most = context.settings().threadsPerChild();
        this.permits = new Permits(most, context.rows(), watch);
    }

    @Override
    public int idle() {
        return most - busy.get();
    }

    @Override
    public void take(Connection connection) {
        busy.incrementAndGet();
        if (connection.attachment() instanceof ConnectionThread known) {
            known.take(false);
        } else {
            ConnectionThread thread = new ConnectionThread(connection, stint, permits, this, watcher);
            connection.attachment(thread);
            thread.take(true);
        }
    }

    /** A thread is through with what it was handed. */
    void free() {
        busy.decrementAndGet();
        watcher.workerFree();
    }

    @Override
    public void gone(Connection connection) {
        if (connection.attachment() instanceof ConnectionThread known) {
            known.gone();
        }
    }

    @Override
    public void finishing() {
        permits.restStatus(WorkerStatus.GRACEFUL);
    }

    @Override
    public void end() {
        permits.restStatus(WorkerStatus.DEAD);
    }

    @Override
    public boolean awaitEnd(long millis) throws InterruptedException {
        boolean all = permits.awaitAll(millis);
        watch.end();
        return all;
    }
}
