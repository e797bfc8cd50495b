package org.brood.mpm.child;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * MaxConnectionsPerChild: how many connections a child may still accept. Counted at the accept, so that a child never takes
 * one that it will not answer (hazard H40): the last one is served like any other, then the child finishes. Any thread.
 */
public final class ConnectionBudget {
    private final boolean limited;
    private final AtomicInteger left;

    /** @param most 0 = without limit */
    public ConnectionBudget(int most) {
        this.limited = most > 0;
        this.left = new AtomicInteger(most);
    }

    /** Whether another connection may be accepted; each true has to be followed by an accept or by {@link #giveBack}. */
    public boolean take() {
        return !limited || left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    /** The accept found nothing. */
    public void giveBack() {
        if (limited) {
            left.incrementAndGet();
        }
    }

    public boolean usedUp() {
        return limited && left.get() == 0;
    }
}
