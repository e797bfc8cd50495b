package org.brood.mpm.child;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.brood.scoreboard.ChildRows;
import org.brood.scoreboard.WorkerStatus;
import org.jspecify.annotations.Nullable;

/**
 * The worker threads of a child: ThreadsPerChild at most. A job goes to the thread that became idle last, whose memory is
 * the warmest; if none is idle a further thread is started, so a child that answers everything on its listener has no
 * worker threads at all; if all are busy the job waits in a queue, which the caller bounds by asking {@link #idle} first.
 *
 * <p>{@link #idle} counts threads that are not started as idle, because they are as good: nothing has to be waited for
 * until they exist (hazard H1).
 *
 * <p>Any thread may submit. No allocation after a thread's start but the growth of the queue.
 *
 * @param <J> the job
 */
public final class WorkerPool<J> {

    /** What one worker does with its jobs. Made for each thread, used by it alone. */
    @FunctionalInterface
    public interface Work<J> {
        void perform(J job);
    }

    /** Where the pool reports. Called on worker threads. */
    public interface Watcher {
        /** A worker is through with a job. */
        void workerFree();

        /** An error that is not one connection's: the child has to end. */
        void broken(Throwable error);
    }

    private final int most;
    private final ChildRows rows;
    private final Function<WorkerThread, Work<J>> works;
    private final Watcher watcher;
    private final long stackBytes;
    private final List<Worker> started = new ArrayList<>();
    private final ArrayDeque<Worker> waiting = new ArrayDeque<>();
    private final ArrayDeque<J> backlog = new ArrayDeque<>();
    private int busy;
    private boolean ended;
    private volatile int idle;
    private volatile WorkerStatus restStatus = WorkerStatus.READY;

    /** @param stackBytes ThreadStackSize, 0 = the platform's */
    public WorkerPool(
            int most, long stackBytes, ChildRows rows, Function<WorkerThread, Work<J>> works, Watcher watcher) {
        this.most = most;
        this.stackBytes = stackBytes;
        this.rows = rows;
        this.works = works;
        this.watcher = watcher;
        this.idle = most;
        for (int i = 0; i < most; i++) {
            rows.worker(i).status(WorkerStatus.READY);
        }
    }

    /** Workers that could take a job at once; negative when jobs wait. */
    public int idle() {
        return idle;
    }

    /** Whether no job is queued or under way. */
    public synchronized boolean isIdle() {
        return busy == 0;
    }

    /** Hands a job to a worker, or queues it. */
    public synchronized void submit(J job) {
        busy++;
        idle = most - busy;
        Worker worker = waiting.pollLast();
        if (worker != null) {
            worker.give(job);
        } else if (started.size() < most) {
            start(job);
        } else {
            backlog.addLast(job);
        }
    }

    private void start(J job) {
        Worker worker = new Worker(started.size(), job);
        started.add(worker);
        try {
            worker.thread.start();
        } catch (OutOfMemoryError noThread) {
            started.remove(worker);
            watcher.broken(noThread);
        }
    }

    /** What idle rows show from now on: {@code G} when the child finishes. */
    public synchronized void restStatus(WorkerStatus status) {
        restStatus = status;
        for (int i = started.size(); i < most; i++) {
            rows.worker(i).status(status);
        }
        for (Worker worker : waiting) {
            worker.lent.row().status(status);
        }
    }

    /** Lets idle threads end, and busy ones as they become idle. */
    public synchronized void end() {
        ended = true;
        for (int i = started.size(); i < most; i++) {
            rows.worker(i).status(WorkerStatus.DEAD);
        }
        for (Worker worker : waiting) {
            LockSupport.unpark(worker.thread);
        }
    }

    /** Waits until all threads have ended. @return false when the time is over before */
    public boolean awaitEnd(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        for (Worker worker : threads()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (!worker.thread.join(java.time.Duration.ofMillis(Math.max(1, left)))) {
                return false;
            }
        }
        return true;
    }

    private synchronized List<Worker> threads() {
        return List.copyOf(started);
    }

    /** What a worker does next, null if it has to wait or end. */
    private synchronized @Nullable J next(Worker worker) {
        busy--;
        idle = most - busy;
        J job = backlog.pollFirst();
        if (job == null && !ended) {
            waiting.addLast(worker);
            worker.lent.row().status(restStatus);
        }
        return job;
    }

    private synchronized boolean mayEnd() {
        return ended;
    }

    private final class Worker implements Runnable {
        private final WorkerThread lent;
        private final Thread thread;
        private volatile @Nullable J given;

        Worker(int index, J first) {
            lent = new WorkerThread(rows.worker(index));
            given = first;
            thread = Thread.ofPlatform()
                    .name("worker-" + index)
                    .daemon(true)
                    .stackSize(stackBytes)
                    .unstarted(this);
        }

        void give(J job) {
            given = job;
            LockSupport.unpark(thread);
        }

        @Override
        public void run() {
            try {
                Work<J> work = works.apply(lent);
                for (J job = take(); job != null; job = nextOrTake()) {
                    work.perform(job);
                }
            } catch (Throwable error) {
                watcher.broken(error);
            } finally {
                lent.row().status(WorkerStatus.DEAD);
            }
        }

        private @Nullable J nextOrTake() {
            J job = next(this);
            watcher.workerFree();
            return job != null ? job : take();
        }

        private @Nullable J take() {
            J job = given;
            while (job == null) {
                if (mayEnd()) {
                    return null;
                }
                LockSupport.park(this);
                job = given;
            }
            given = null;
            return job;
        }
    }
}
