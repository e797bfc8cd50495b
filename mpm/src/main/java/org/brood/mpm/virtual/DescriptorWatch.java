package org.brood.mpm.virtual;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.brood.posix.Epoll;
import org.brood.posix.Errno;
import org.brood.posix.ErrnoException;
import org.brood.posix.EventFd;
import org.brood.posix.Poll;
import org.jspecify.annotations.Nullable;

/**
 * Lets a virtual thread wait for a descriptor in the middle of a request (a script's pipe, a client that reads slowly)
 * without holding its carrier: poll(2) would. A platform thread with an epoll of its own is started for the first that
 * needs it, and wakes each by its number. Any thread; a descriptor can be waited for by one thread at a time.
 */
final class DescriptorWatch {
    private static final int EVENTS_AT_ONCE = 64;
    private static final long STOP = 0;

    private final ConcurrentMap<Long, Waiter> waiters = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(STOP);
    private @Nullable Epoll epoll;
    private @Nullable EventFd stop;

    private static final class Waiter {
        private final Thread thread = Thread.currentThread();
        private volatile boolean woken;
    }

    /**
     * Waits until the descriptor is ready.
     *
     * @param events {@link Poll#IN} or {@link Poll#OUT}
     * @param timeoutMillis -1 is for ever
     * @return false when the time is over
     */
    boolean await(int fd, int events, int timeoutMillis) {
        if (Poll.events(fd, events, 0) != 0) {
            return true;
        }
        long number = numbers.incrementAndGet();
        Waiter waiter = new Waiter();
        waiters.put(number, waiter);
        Epoll watching = watching();
        try {
            if (!add(watching, fd, events, number)) {
                return true;
            }
            parkUntilWoken(waiter, timeoutMillis);
            watching.remove(fd);
            return waiter.woken || Poll.events(fd, events, 0) != 0;
        } finally {
            waiters.remove(number);
        }
    }

    /** IN and OUT are the same bits in poll and epoll. @return false for a file, which is always ready */
    private static boolean add(Epoll watching, int fd, int events, long number) {
        try {
            watching.add(fd, events | Epoll.ONE_SHOT, number);
            return true;
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EPERM) {
                return false;
            }
            throw e;
        }
    }

    private static void parkUntilWoken(Waiter waiter, int timeoutMillis) {
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
        while (!waiter.woken) {
            if (timeoutMillis < 0) {
                LockSupport.park(waiter);
                continue;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(waiter, left);
        }
    }

    private synchronized Epoll watching() {
        Epoll running = epoll;
        if (running == null) {
            Epoll opened = Epoll.open(EVENTS_AT_ONCE);
            EventFd signal = EventFd.open();
            opened.add(signal.fd(), Epoll.IN, STOP);
            Thread.ofPlatform().daemon(true).name("descriptor-watch").start(() -> wakeWaiters(opened));
            epoll = opened;
            stop = signal;
            running = opened;
        }
        return running;
    }

    private void wakeWaiters(Epoll watching) {
        while (true) {
            int count = watching.wait(-1);
            for (int i = 0; i < count; i++) {
                if (watching.data(i) == STOP) {
                    return;
                }
                wake(waiters.get(watching.data(i)));
            }
        }
    }

    private static void wake(@Nullable Waiter waiter) {
        if (waiter != null) {
            waiter.woken = true;
            LockSupport.unpark(waiter.thread);
        }
    }

    /** Ends the thread. Nobody waits any more, or the process is ending. */
    synchronized void end() {
        EventFd signal = stop;
        if (signal != null) {
            signal.signal();
        }
    }
}
