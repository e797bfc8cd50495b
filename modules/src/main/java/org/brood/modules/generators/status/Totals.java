package org.brood.modules.generators.status;

import java.util.ArrayList;
import java.util.List;
import org.brood.posix.CpuTimes;
import org.brood.scoreboard.BoardSnapshot;
import org.brood.scoreboard.ConnectionCounts;
import org.brood.scoreboard.ProcessSnapshot;
import org.brood.scoreboard.WorkerSnapshot;
import org.brood.scoreboard.WorkerStatus;

/**
 * The sums of a board, as the page shows them.
 *
 * @param user CPU seconds of parent and living children; {@code childrenUser} those of children that have ended
 */
record Totals(
        long accesses,
        long bytes,
        long durationMillis,
        double user,
        double system,
        double childrenUser,
        double childrenSystem,
        List<Row> processes) {
    private static final double MICROS = 1_000_000;

    /**
     * One living process.
     *
     * @param current whether it is of the generation in service
     */
    record Row(ProcessSnapshot process, int busy, int graceful, int idle, boolean current, CpuTimes cpu) {}

    static Totals of(BoardSnapshot board) {
        List<Row> rows = new ArrayList<>();
        long accesses = 0;
        long bytes = 0;
        long micros = 0;
        for (ProcessSnapshot process : board.processes()) {
            List<WorkerSnapshot> all = new ArrayList<>(process.workers());
            all.addAll(process.listeners());
            for (WorkerSnapshot worker : all) {
                accesses += worker.accesses();
                bytes += worker.bytes();
                micros += worker.durationMicros();
            }
            if (process.pid() != 0) {
                rows.add(row(process, board.generation()));
            }
        }
        long user = board.parentCpu().userMicros();
        long system = board.parentCpu().systemMicros();
        for (Row row : rows) {
            user += row.cpu().userMicros();
            system += row.cpu().systemMicros();
        }
        return new Totals(
                accesses,
                bytes,
                micros / 1000,
                user / MICROS,
                system / MICROS,
                board.childrenCpu().userMicros() / MICROS,
                board.childrenCpu().systemMicros() / MICROS,
                rows);
    }

    private static Row row(ProcessSnapshot process, int generation) {
        int busy = 0;
        int graceful = 0;
        int idle = 0;
        for (WorkerSnapshot worker : process.workers()) {
            if (process.quiescing()) {
                break;
            }
            busy += worker.status().isBusy() ? 1 : 0;
            graceful += worker.status() == WorkerStatus.GRACEFUL ? 1 : 0;
            idle += worker.status() == WorkerStatus.READY ? 1 : 0;
        }
        boolean current = process.generation() == generation;
        return new Row(process, busy, graceful, idle, current, CpuTimes.ofProcess(process.pid()));
    }

    double cpu() {
        return user + system + childrenUser + childrenSystem;
    }

    long kilobytes() {
        return bytes >> 10;
    }

    int busy() {
        return processes.stream().mapToInt(Row::busy).sum();
    }

    int graceful() {
        return processes.stream().mapToInt(Row::graceful).sum();
    }

    /** Idle threads count in the generation in service only. */
    int idle() {
        return processes.stream().filter(Row::current).mapToInt(Row::idle).sum();
    }

    int stopping() {
        return (int) processes.stream().filter(row -> row.process().quiescing()).count();
    }

    ConnectionCounts connections() {
        ConnectionCounts sum = ConnectionCounts.NONE;
        for (Row row : processes) {
            sum = sum.plus(row.process().connections());
        }
        return sum;
    }
}
