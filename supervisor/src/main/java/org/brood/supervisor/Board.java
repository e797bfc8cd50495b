package org.brood.supervisor;

/**
 * The scoreboard as the parent uses it. The parent writes who is where; what a child says of itself is advice for idle
 * maintenance and nothing else (hazard H26).
 */
public interface Board {

    /** The descriptor that children inherit. */
    int descriptor();

    /** How much of it they map. */
    long bytes();

    /** A child has been started in a slot: its rows are cleared and named. @param threads how many it will have */
    void started(int slot, int pid, int generation, int threads);

    /** The child of a slot has ended: all its rows are dead. */
    void ended(int slot);

    /** A new generation begins. @param clear a hard restart: every counter goes back to zero and RestartTime is now */
    void generation(int number, boolean clear);

    /** A second is over: what the board says of the parent itself is brought up to date. */
    void second();

    /** What the child of a slot says of itself, clamped to what its settings allow. */
    Load load(int slot, int threads);

    /** The request lines that the threads of a slot were answering, for a person to read; {@code nothing} if none. */
    String inProgress(int slot);

    /**
     * @param idle threads that could take a connection
     * @param busy threads at work
     */
    record Load(boolean quiescing, boolean accepting, int idle, int busy) {}
}
