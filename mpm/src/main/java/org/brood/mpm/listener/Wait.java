package org.brood.mpm.listener;

import org.brood.posix.Epoll;

/** What a connection that no thread holds is waiting for, and the events that end its wait. */
enum Wait {
    /** More of a request: the first one's, or of one that has begun. */
    READABLE(Epoll.IN | Epoll.PEER_SHUT),
    /** Room for output. A peer that has shut its sending side may still read: that is no reason to wake. */
    WRITABLE(Epoll.OUT),
    /** The next request. */
    KEEP_ALIVE(Epoll.IN | Epoll.PEER_SHUT),
    /** The peer's close; our side is shut. */
    CLOSING(Epoll.IN | Epoll.PEER_SHUT);

    private static final int ALWAYS = Epoll.ERROR | Epoll.HANG_UP;

    private final int mask;

    Wait(int mask) {
        this.mask = mask | ALWAYS;
    }

    boolean endedBy(int events) {
        return (events & mask) != 0;
    }
}
