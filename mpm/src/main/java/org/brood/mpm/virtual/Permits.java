package org.brood.mpm.virtual;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.brood.scoreboard.ChildRows;
import org.brood.scoreboard.WorkerStatus;
import org.jspecify.annotations.Nullable;

/**
 * ThreadsPerChild permits: a virtual thread holds one while it works on a request, and none while it waits for a client. With
 * the permit comes what a thread has in other MPMs, a row in the scoreboard and a scratch area. Who finds none waits, first
 * come first served. The permit given back last is lent first, because its scratch area is the warmest. Any thread.
 */
final class Permits {
    private final ArrayDeque<Permit> free = new ArrayDeque<>();
    private final ArrayDeque<Applicant> applicants = new ArrayDeque<>();
    private final int most;
    private WorkerStatus restStatus = WorkerStatus.READY;

    private static final class Applicant {
        private final Thread thread = Thread.currentThread();
        private volatile @Nullable Permit granted;
    }

    Permits(int most, ChildRows rows, DescriptorWatch watch) {
        this.most = most;
        for (int i = most - 1; i >= 0; i--) {
            Permit permit = new Permit(rows.worker(i), watch);
            permit.row().status(restStatus);
            free.addLast(permit);
        }
    }

    /** Waits for a permit if there is none. On a virtual thread. */
    Permit acquire() {
        Applicant applicant;
        synchronized (this) {
            Permit permit = free.pollLast();
            if (permit != null) {
                return permit;
            }
            applicant = new Applicant();
            applicants.addLast(applicant);
        }
        Permit granted = applicant.granted;
        while (granted == null) {
            LockSupport.park(this);
            granted = applicant.granted;
        }
        return granted;
    }

    synchronized void release(Permit permit) {
        Applicant next = applicants.pollFirst();
        if (next != null) {
            next.granted = permit;
            LockSupport.unpark(next.thread);
        } else {
            permit.row().status(restStatus);
            free.addLast(permit);
            if (free.size() == most) {
                notifyAll();
            }
        }
    }

    /** What free permits show from now on. */
    synchronized void restStatus(WorkerStatus status) {
        restStatus = status;
        for (Permit permit : free) {
            permit.row().status(status);
        }
    }

    /** Waits until all are given back. @return false when the time is over before */
    synchronized boolean awaitAll(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; free.size() < most; left = (deadline - System.nanoTime()) / 1_000_000) {
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
