package org.brood.scoreboard;

import java.util.List;

/**
 * One process, by what the board says of it: see {@link Scoreboard} for what that is not good for.
 *
 * @param slot its place, which nobody else can write
 * @param pid 0 when the slot is free
 * @param quiescing it is ending and counts no more
 * @param accepting it takes new connections
 * @param workers its threads, ThreadLimit of them
 * @param listeners requests answered on its listeners' own threads: counted, not shown
 */
public record ProcessSnapshot(
        int slot,
        int pid,
        int generation,
        boolean quiescing,
        boolean accepting,
        ConnectionCounts connections,
        List<WorkerSnapshot> workers,
        List<WorkerSnapshot> listeners) {

    public ProcessSnapshot {
        workers = List.copyOf(workers);
        listeners = List.copyOf(listeners);
    }
}
