package org.brood.scoreboard;

/** A child's own part of the board: its process row and the rows of its threads. */
public interface ChildRows {

    /** The row of worker {@code index}, from 0 to ThreadsPerChild - 1. */
    WorkerRow worker(int index);

    /**
     * The row of a listener thread, for what it answers itself. Not shown as a letter; its counters are part of the totals.
     */
    WorkerRow listener(int index);

    /** The child is finishing. */
    void quiescing();

    void accepting(boolean accepting);

    /** The connections that no thread holds, by what they wait for; written by the listener thread. */
    void connections(int total, int waiting, int writing, int keepAlive, int closing, int suspended);
}
