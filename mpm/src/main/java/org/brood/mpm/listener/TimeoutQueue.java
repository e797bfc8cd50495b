package org.brood.mpm.listener;

import org.jspecify.annotations.Nullable;

/**
 * Connections that wait, all with the same timeout. As the timeout is the same for all, the order of their beginnings is
 * the order of their ends: a new one goes to the tail, the next to expire is the head, and both are O(1), as is leaving the
 * queue from anywhere. The links are in the entries, so nothing is allocated.
 *
 * <p>Time is told by the owner once a round (hazard H28: a timeout must never fire early). What is appended during a round
 * has begun at an unknown moment of it, so its beginning is written at the end of the round, by {@link #stamp}: a round
 * late at most, early never. An entry whose beginning is known (it was handed in by another thread) is put in its place by
 * {@link #insert}, which looks from the tail.
 *
 * <pre>
 *   head ─ stamped, oldest first ─ ... ─ fresh (not stamped yet) ─ ... ─ tail
 * </pre>
 *
 * <p>Belongs to one thread.
 *
 * @param <E> what waits
 */
@SuppressWarnings("ReferenceEquality") // an entry is itself
public final class TimeoutQueue<E extends TimeoutQueue.Entry<E>> {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final int timeoutMillis;
    private long timeoutNanos;
    private int size;
    private @Nullable E head;
    private @Nullable E tail;
    private @Nullable E fresh;

    public TimeoutQueue(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
        this.timeoutNanos = timeoutMillis * NANOS_PER_MILLI;
    }

    /** The links of something that can stand in one queue at a time. */
    public abstract static class Entry<E extends Entry<E>> {
        private @Nullable E previous;
        private @Nullable E next;
        private @Nullable TimeoutQueue<E> queue;
        private long since;

        /** The queue it stands in, null when it stands in none. */
        public final @Nullable TimeoutQueue<E> queue() {
            return queue;
        }

        /** When its wait began. */
        public final long since() {
            return since;
        }
    }

    /** What this queue was made for, whatever {@link #shorten} has done to it since. */
    public int timeoutMillis() {
        return timeoutMillis;
    }

    public int size() {
        return size;
    }

    /** Appends an entry whose wait begins in this round. */
    public void append(E entry) {
        link(entry, tail);
        if (fresh == null) {
            fresh = entry;
        }
    }

    /** Puts in an entry whose wait began at a known time. Call it before anything is appended in the same round. */
    public void insert(E entry, long since) {
        E before = tail;
        while (before != null && links(before).since - since > 0) {
            before = links(before).previous;
        }
        link(entry, before);
        links(entry).since = since;
    }

    private void link(E entry, @Nullable E before) {
        Entry<E> links = links(entry);
        if (links.queue != null) {
            throw new IllegalStateException("already in a queue");
        }
        links.queue = this;
        links.previous = before;
        links.next = before == null ? head : links(before).next;
        if (links.previous == null) {
            head = entry;
        } else {
            links(links.previous).next = entry;
        }
        if (links.next == null) {
            tail = entry;
        } else {
            links(links.next).previous = entry;
        }
        size++;
    }

    /** Takes an entry out, wherever it stands. */
    public void remove(E entry) {
        Entry<E> links = links(entry);
        if (links.queue != this) {
            throw new IllegalStateException("not in this queue");
        }
        if (fresh == entry) {
            fresh = links.next;
        }
        unlink(links);
        links.queue = null;
        links.previous = null;
        links.next = null;
        size--;
    }

    private void unlink(Entry<E> links) {
        if (links.previous == null) {
            head = links.next;
        } else {
            links(links.previous).next = links.next;
        }
        if (links.next == null) {
            tail = links.previous;
        } else {
            links(links.next).previous = links.previous;
        }
    }

    /** Gives all entries of this round their beginning. */
    public void stamp(long now) {
        for (E entry = fresh; entry != null; entry = links(entry).next) {
            links(entry).since = now;
        }
        fresh = null;
    }

    /** The head if its time is over, else null. What is not stamped yet does not expire. */
    public @Nullable E expired(long now) {
        E first = head;
        return first == null || first == fresh || now - (links(first).since + timeoutNanos) < 0 ? null : first;
    }

    /** The longest-waiting entry. */
    public @Nullable E head() {
        return head;
    }

    /** Nanoseconds until the head expires, 0 if it has; {@link Long#MAX_VALUE} when the queue is empty. All is stamped. */
    public long untilExpiry(long now) {
        E first = head;
        return first == null ? Long.MAX_VALUE : Math.max(0, links(first).since + timeoutNanos - now);
    }

    /** From now on nobody here waits longer than this, those that wait already included. */
    public void shorten(int millis) {
        timeoutNanos = Math.min(timeoutNanos, millis * NANOS_PER_MILLI);
    }

    private static <E extends Entry<E>> Entry<E> links(E entry) {
        return entry;
    }
}
