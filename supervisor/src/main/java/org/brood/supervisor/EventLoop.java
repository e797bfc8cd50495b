package org.brood.supervisor;

import java.util.HashMap;
import java.util.Map;
import org.brood.posix.Epoll;
import org.brood.posix.Poll;
import org.jspecify.annotations.Nullable;

/** Descriptors that are watched and what is done when one can be read. Belongs to the parent's thread. */
final class EventLoop {
    private static final int EVENTS_PER_TURN = 64;

    private final Epoll epoll = Epoll.open(EVENTS_PER_TURN);
    private final Map<Integer, Runnable> actions = new HashMap<>();

    /** @param action must read what makes the descriptor readable, or forget it */
    void watch(int fd, Runnable action) {
        actions.put(fd, action);
        epoll.add(fd, Poll.IN, fd);
    }

    /** Before the descriptor is closed. An event that was already reported for it is dropped. */
    void forget(int fd) {
        if (actions.remove(fd) != null) {
            epoll.remove(fd);
        }
    }

    /** Waits for something to happen and does what belongs to it. */
    void turn(int timeoutMillis) {
        int count = epoll.wait(timeoutMillis);
        for (int i = 0; i < count; i++) {
            @Nullable Runnable action = actions.get((int) epoll.data(i));
            if (action != null) {
                action.run();
            }
        }
    }
}
