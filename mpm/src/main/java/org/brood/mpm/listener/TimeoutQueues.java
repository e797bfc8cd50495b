package org.brood.mpm.listener;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timeout queues of one kind of wait: one {@link TimeoutQueue} for each timeout in use. Timeouts come from the
 * configuration, so they are few; should a caller invent more than {@link #MOST}, the next longer queue is used, or a new
 * one of at least twice the longest: late, but never early. Belongs to one thread.
 *
 * @param <E> what waits
 */
public final class TimeoutQueues<E extends TimeoutQueue.Entry<E>> {
    /** Distinct timeouts that get a queue of their own. */
    static final int MOST = 64;

    private final List<TimeoutQueue<E>> queues = new ArrayList<>();
    private int ceilingMillis = Integer.MAX_VALUE;

    /** The queue for waits of this length. */
    public TimeoutQueue<E> of(int timeoutMillis) {
        for (int i = 0; i < queues.size(); i++) {
            if (queues.get(i).timeoutMillis() == timeoutMillis) {
                return queues.get(i);
            }
        }
        TimeoutQueue<E> longer = queues.size() < MOST ? null : shortestAbove(timeoutMillis);
        return longer != null ? longer : create(queues.size() < MOST ? timeoutMillis : doubled(timeoutMillis));
    }

    private TimeoutQueue<E> create(int timeoutMillis) {
        TimeoutQueue<E> queue = new TimeoutQueue<>(timeoutMillis);
        queue.shorten(ceilingMillis);
        queues.add(queue);
        return queue;
    }

    private @Nullable TimeoutQueue<E> shortestAbove(int timeoutMillis) {
        TimeoutQueue<E> best = null;
        for (TimeoutQueue<E> queue : queues) {
            boolean longEnough = queue.timeoutMillis() >= timeoutMillis;
            if (longEnough && (best == null || queue.timeoutMillis() < best.timeoutMillis())) {
                best = queue;
            }
        }
        return best;
    }

    private static int doubled(int timeoutMillis) {
        return (int) Math.min(Integer.MAX_VALUE, 2L * timeoutMillis);
    }

    /** How many wait. */
    public int size() {
        int sum = 0;
        for (int i = 0; i < queues.size(); i++) {
            sum += queues.get(i).size();
        }
        return sum;
    }

    /** The end of a round: see {@link TimeoutQueue#stamp}. */
    public void stamp(long now) {
        for (int i = 0; i < queues.size(); i++) {
            queues.get(i).stamp(now);
        }
    }

    /** One whose time is over; it stays in its queue until the caller removes it. Null when there is none. */
    public @Nullable E expired(long now) {
        for (int i = 0; i < queues.size(); i++) {
            E entry = queues.get(i).expired(now);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** One that has waited for at least this long, whatever its timeout; null when there is none. */
    public @Nullable E olderThan(long nanos, long now) {
        for (int i = 0; i < queues.size(); i++) {
            E entry = queues.get(i).head();
            if (entry != null && now - entry.since() >= nanos) {
                return entry;
            }
        }
        return null;
    }

    /** Nanoseconds until {@link #olderThan} finds one; {@link Long#MAX_VALUE} when nothing waits. All is stamped. */
    public long untilOlderThan(long nanos, long now) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < queues.size(); i++) {
            E entry = queues.get(i).head();
            next = entry == null ? next : Math.min(next, Math.max(0, entry.since() + nanos - now));
        }
        return next;
    }

    /** Nanoseconds until the next expiry; {@link Long#MAX_VALUE} when nothing waits. */
    public long untilExpiry(long now) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < queues.size(); i++) {
            next = Math.min(next, queues.get(i).untilExpiry(now));
        }
        return next;
    }

    /** See {@link TimeoutQueue#shorten}; holds for queues that are made later, too. */
    public void shorten(int millis) {
        ceilingMillis = Math.min(ceilingMillis, millis);
        for (TimeoutQueue<E> queue : queues) {
            queue.shorten(ceilingMillis);
        }
    }

    /** Any one that waits, null when none does: for taking down all of them. */
    public @Nullable E any() {
        for (int i = 0; i < queues.size(); i++) {
            E entry = queues.get(i).head();
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }
}
