package org.brood.mpm.listener;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Connections that workers give back to their listener: any thread pushes, the listener takes all of them at once. Links
 * are in the connections, so nothing is allocated.
 */
final class ReturnStack {
    private final AtomicReference<@Nullable Connection> top = new AtomicReference<>();

    void push(Connection connection) {
        Connection below;
        do {
            below = top.get();
            connection.nextReturned = below;
        } while (!top.compareAndSet(below, connection));
    }

    boolean isEmpty() {
        return top.get() == null;
    }

    /** All that were pushed, the latest first, linked by {@code nextReturned}. */
    @Nullable
    Connection takeAll() {
        return top.get() == null ? null : top.getAndSet(null);
    }
}
