package org.brood.scoreboard;

import java.util.List;

/**
 * What the threads of each process do: all that idle maintenance asks the board.
 *
 * @param processes one for each slot, in order
 */
public record Census(int generation, List<ProcessCensus> processes) {

    public Census {
        processes = List.copyOf(processes);
    }

    /**
     * One process. {@code pid} and {@code generation} are shared memory: never kill by them.
     *
     * @param threads the status of each row, ThreadLimit of them
     */
    public record ProcessCensus(
            int slot,
            int pid,
            int generation,
            boolean quiescing,
            boolean accepting,
            ConnectionCounts connections,
            List<WorkerStatus> threads) {

        public ProcessCensus {
            threads = List.copyOf(threads);
        }

        public int count(WorkerStatus status) {
            int count = 0;
            for (WorkerStatus thread : threads) {
                count += thread == status ? 1 : 0;
            }
            return count;
        }

        public int busy() {
            int count = 0;
            for (WorkerStatus thread : threads) {
                count += thread.isBusy() ? 1 : 0;
            }
            return count;
        }
    }

    /**
     * The counts of the status page. A process without a pid, or one that is ending, counts nothing; idle threads count only in
     * the generation in service, busy ones in any.
     */
    public Tally tally() {
        int busy = 0;
        int graceful = 0;
        int idle = 0;
        for (ProcessCensus process : processes) {
            if (process.pid() != 0 && !process.quiescing()) {
                busy += process.busy();
                graceful += process.count(WorkerStatus.GRACEFUL);
                idle += process.generation() == generation ? process.count(WorkerStatus.READY) : 0;
            }
        }
        return new Tally(busy, graceful, idle);
    }

    /** BusyWorkers, GracefulWorkers and IdleWorkers. */
    public record Tally(int busy, int graceful, int idle) {}
}
