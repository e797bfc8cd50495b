package org.brood.mpm.listener;

import java.util.Objects;
import org.brood.mpm.child.Lingering;
import org.jspecify.annotations.Nullable;

/** The parked connections of one listener, by what they wait for and how long. Belongs to the listener's thread. */
final class Waits {
    /**
     * A kept-alive connection younger than this is spared when others are shed: its client is likely to be sending its next
     * request at this very moment, and would lose it. When the child finishes, it is how long such a connection may still
     * use the answer that promised to keep it alive.
     */
    static final int GRACE_MILLIS = 500;

    private static final long GRACE_NANOS = GRACE_MILLIS * 1_000_000L;

    private final TimeoutQueues<Connection> readable = new TimeoutQueues<>();
    private final TimeoutQueues<Connection> writable = new TimeoutQueues<>();
    private final TimeoutQueues<Connection> keepAlive = new TimeoutQueues<>();
    private final TimeoutQueues<Connection> closing = new TimeoutQueues<>();
    private int toldReadable;
    private int toldWritable;
    private int toldKeepAlive;
    private int toldClosing;
    private int toldConnections;

    /** From this round on. */
    void park(Connection connection, Wait wait, int timeoutMillis) {
        connection.wait = wait;
        queues(wait).of(timeoutMillis).append(connection);
    }

    /** A connection that a worker gave back: it has been waiting for a while already. */
    void parkReturned(Connection connection) {
        Wait wait = Objects.requireNonNull(connection.wait);
        queues(wait).of(connection.timeoutMillis).insert(connection, connection.waitsSince);
    }

    void remove(Connection connection) {
        TimeoutQueue<Connection> queue = connection.queue();
        if (queue != null) {
            queue.remove(connection);
        }
    }

    private TimeoutQueues<Connection> queues(Wait wait) {
        return switch (wait) {
            case READABLE -> readable;
            case WRITABLE -> writable;
            case KEEP_ALIVE -> keepAlive;
            case CLOSING -> closing;
        };
    }

    @Nullable
    Connection expired(long now) {
        Connection found = keepAlive.expired(now);
        if (found == null) {
            found = readable.expired(now);
        }
        if (found == null) {
            found = writable.expired(now);
        }
        return found != null ? found : closing.expired(now);
    }

    /** A kept-alive connection that may be shed; null when there is none. */
    @Nullable
    Connection sheddable(long now) {
        return keepAlive.olderThan(GRACE_NANOS, now);
    }

    /** Nanoseconds until {@link #sheddable} finds one; {@link Long#MAX_VALUE} when no kept-alive connection waits. */
    long untilSheddable(long now) {
        return keepAlive.untilOlderThan(GRACE_NANOS, now);
    }

    void stamp(long now) {
        readable.stamp(now);
        writable.stamp(now);
        keepAlive.stamp(now);
        closing.stamp(now);
    }

    long untilExpiry(long now) {
        long waiting = Math.min(readable.untilExpiry(now), writable.untilExpiry(now));
        return Math.min(waiting, Math.min(keepAlive.untilExpiry(now), closing.untilExpiry(now)));
    }

    /** The child finishes: kept-alive connections end soon, closing ones in two seconds (hazards H4, H5). */
    void hurry() {
        keepAlive.shorten(GRACE_MILLIS);
        closing.shorten(Lingering.BRIEF_MILLIS);
    }

    /** Tells the census what has changed since the last time. Costs nothing when nothing has. */
    void tell(Census census) {
        int nowReadable = readable.size();
        int nowWritable = writable.size();
        int nowKeepAlive = keepAlive.size();
        int nowClosing = closing.size();
        int nowConnections = census.connections();
        boolean same = nowReadable == toldReadable
                && nowWritable == toldWritable
                && nowKeepAlive == toldKeepAlive
                && nowClosing == toldClosing
                && nowConnections == toldConnections;
        if (!same) {
            census.moved(
                    nowReadable - toldReadable,
                    nowWritable - toldWritable,
                    nowKeepAlive - toldKeepAlive,
                    nowClosing - toldClosing);
            toldReadable = nowReadable;
            toldWritable = nowWritable;
            toldKeepAlive = nowKeepAlive;
            toldClosing = nowClosing;
            toldConnections = nowConnections;
        }
    }
}
