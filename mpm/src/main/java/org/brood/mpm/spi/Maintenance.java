package org.brood.mpm.spi;

import java.util.List;

/**
 * Idle maintenance as a pure function: from a view of the children to what should be done (reference 2.2). The supervisor
 * performs the decision; it takes slots and pids from its own books, never from what a child wrote (hazard H26).
 */
public interface Maintenance {

    /**
     * One child as the parent sees it.
     *
     * @param slot the parent's own number for it
     * @param bucket listener bucket, 0 without buckets
     * @param running a process is alive in the slot
     * @param current it belongs to the running generation
     * @param quiescing it is finishing: told to, or by itself
     * @param accepting it takes new connections
     * @param idle threads that could take a connection (a child that is still starting counts all of its threads)
     * @param busy threads at work
     */
    record Child(
            int slot,
            int bucket,
            boolean running,
            boolean current,
            boolean quiescing,
            boolean accepting,
            int idle,
            int busy) {}

    /** All children of one pool, by slot; slots without a process are left out. */
    record View(List<Child> children) {
        public View {
            children = List.copyOf(children);
        }
    }

    /**
     * What one pass leaves for the next.
     *
     * @param rate children to spawn at most in this pass, per bucket; doubles while needed
     * @param holdOff passes that must not double yet (10 after a graceful restart)
     * @param told messages already given that are given once in the parent's life
     */
    record Pace(List<Integer> rate, int holdOff, List<String> told) {
        public Pace {
            rate = List.copyOf(rate);
            told = List.copyOf(told);
        }

        public static Pace first(int buckets) {
            return new Pace(java.util.Collections.nCopies(buckets, 1), 0, List.of());
        }
    }

    /** A line for the error log. */
    record Message(String level, String id, String text) {}

    /**
     * What to do now.
     *
     * @param spawn how many children to start, for each bucket
     * @param retire slots whose children should finish gracefully
     */
    record Decision(List<Integer> spawn, List<Integer> retire, List<Message> messages, Pace next) {
        public Decision {
            spawn = List.copyOf(spawn);
            retire = List.copyOf(retire);
            messages = List.copyOf(messages);
        }
    }
}
