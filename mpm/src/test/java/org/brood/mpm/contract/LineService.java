package org.brood.mpm.contract;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.brood.mpm.spi.ConnectionFactory;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.LentThread;
import org.brood.mpm.spi.NextStep;
import org.brood.posix.InetEndpoint;

/** Makes {@link LineTask}s and counts what happens to them. */
final class LineService implements ConnectionFactory {
    final AtomicInteger accepted = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger answers = new AtomicInteger();
    final AtomicInteger timeouts = new AtomicInteger();
    final AtomicInteger atGate = new AtomicInteger();
    final Set<Long> ids = ConcurrentHashMap.newKeySet();
    final Set<Integer> lentOnce = ConcurrentHashMap.newKeySet();
    final CountDownLatch gate = new CountDownLatch(1);
    volatile boolean finishing;

    private final NextStep park;
    private final NextStep awaitReadable;
    private final NextStep awaitWritable;

    LineService(int readMillis, int writeMillis, int keepAliveMillis) {
        park = new NextStep.Park(keepAliveMillis);
        awaitReadable = new NextStep.AwaitReadable(readMillis);
        awaitWritable = new NextStep.AwaitWritable(writeMillis);
    }

    @Override
    public ConnectionTask accepted(int socket, int listener, InetEndpoint peer, long id) {
        accepted.incrementAndGet();
        ids.add(id);
        return new LineTask(this, socket);
    }

    void ranOn(LentThread thread) {
        lentOnce.add(System.identityHashCode(thread));
    }

    NextStep park() {
        return park;
    }

    NextStep awaitReadable() {
        return awaitReadable;
    }

    NextStep awaitWritable() {
        return awaitWritable;
    }

    boolean answered(LineTask task) {
        return task.answeredOnce;
    }

    void passGate() {
        atGate.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        atGate.decrementAndGet();
    }

    int open() {
        return accepted.get() - closed.get();
    }
}
