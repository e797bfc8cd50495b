package org.brood.mpm.listener;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.brood.scoreboard.ChildRows;

/** How many connections the child has, over all of its listeners. Any thread. */
final class Census {
    private final ChildRows rows;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger closing = new AtomicInteger();
    private final AtomicLong ids;
    private int reading;
    private int writing;
    private int keepAlive;

    /** @param slot the child's, the upper half of its connections' ids */
    Census(ChildRows rows, int slot) {
        this.rows = rows;
        this.ids = new AtomicLong((long) slot << 40);
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    int connections() {
        return connections.get();
    }

    int closing() {
        return closing.get();
    }

    void opened() {
        connections.incrementAndGet();
    }

    void closed() {
        connections.decrementAndGet();
    }

    /** A listener's queues have become this much longer or shorter: tells the board. */
    synchronized void moved(int readingMore, int writingMore, int keepAliveMore, int closingMore) {
        reading += readingMore;
        writing += writingMore;
        keepAlive += keepAliveMore;
        int lingering = closing.addAndGet(closingMore);
        rows.connections(connections.get(), reading, writing, keepAlive, lingering, 0);
    }
}
