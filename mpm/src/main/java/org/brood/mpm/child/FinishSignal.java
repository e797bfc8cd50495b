package org.brood.mpm.child;

import org.brood.posix.EventFd;

/**
 * Says once, to all threads that wait in a poll, that the child finishes: a descriptor that becomes readable and stays so.
 * Any thread.
 */
public final class FinishSignal {
    private final EventFd said = EventFd.open();
    private volatile boolean finishing;

    public void say() {
        finishing = true;
        said.signal();
    }

    public boolean isSaid() {
        return finishing;
    }

    /** Readable once it is said. */
    public int fd() {
        return said.fd();
    }
}
