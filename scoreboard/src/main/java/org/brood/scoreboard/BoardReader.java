package org.brood.scoreboard;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.brood.posix.CpuTimes;

/** Reads a board that others go on writing, and believes nothing that it reads. Belongs to one thread. */
final class BoardReader {
    private final Layout layout;
    private final BoardShape shape;
    private final MemorySegment memory;
    private final WorkerRowReader workers = new WorkerRowReader();

    BoardReader(Layout layout, MemorySegment memory) {
        this.layout = layout;
        this.shape = layout.shape();
        this.memory = memory;
    }

    BoardSnapshot snapshot() {
        Cells header = new Cells(memory, 0, Layout.HEADER_BYTES);
        List<ProcessSnapshot> processes = new ArrayList<>(shape.processes());
        for (int slot = 0; slot < shape.processes(); slot++) {
            processes.add(process(slot));
        }
        return new BoardSnapshot(
                atLeastZero(header.getInt(Layout.H_GENERATION)),
                atLeastZero(header.getInt(Layout.H_CONFIG_GENERATION)),
                Math.max(0, header.getLong(Layout.H_RESTART_MICROS)),
                cpu(header, Layout.H_PARENT_USER),
                cpu(header, Layout.H_CHILDREN_USER),
                processes);
    }

    ProcessSnapshot process(int slot) {
        Cells row = new Cells(memory, layout.process(slot), Layout.PROCESS_BYTES);
        List<WorkerSnapshot> threads = new ArrayList<>(shape.threads());
        for (int i = 0; i < shape.threads(); i++) {
            threads.add(workers.read(new Cells(memory, layout.worker(slot, i), Layout.WORKER_BYTES)));
        }
        List<WorkerSnapshot> listeners = new ArrayList<>(shape.listeners());
        for (int i = 0; i < shape.listeners(); i++) {
            listeners.add(workers.read(new Cells(memory, layout.listener(slot, i), Layout.WORKER_BYTES)));
        }
        return new ProcessSnapshot(
                slot,
                atLeastZero(row.getInt(Layout.P_PID)),
                atLeastZero(row.getInt(Layout.P_GENERATION)),
                row.getInt(Layout.P_QUIESCING) != 0,
                row.getInt(Layout.P_NOT_ACCEPTING) == 0,
                connections(row),
                threads,
                listeners);
    }

    Census census() {
        Cells header = new Cells(memory, 0, Layout.HEADER_BYTES);
        List<Census.ProcessCensus> processes = new ArrayList<>(shape.processes());
        for (int slot = 0; slot < shape.processes(); slot++) {
            processes.add(processCensus(slot));
        }
        return new Census(atLeastZero(header.getInt(Layout.H_GENERATION)), processes);
    }

    Census.ProcessCensus processCensus(int slot) {
        Cells row = new Cells(memory, layout.process(slot), Layout.PROCESS_BYTES);
        return new Census.ProcessCensus(
                slot,
                atLeastZero(row.getInt(Layout.P_PID)),
                atLeastZero(row.getInt(Layout.P_GENERATION)),
                row.getInt(Layout.P_QUIESCING) != 0,
                row.getInt(Layout.P_NOT_ACCEPTING) == 0,
                connections(row),
                statuses(slot));
    }

    private List<WorkerStatus> statuses(int slot) {
        WorkerStatus[] statuses = new WorkerStatus[shape.threads()];
        for (int i = 0; i < statuses.length; i++) {
            Cells row = new Cells(memory, layout.worker(slot, i), Layout.WORKER_BYTES);
            statuses[i] = WorkerStatus.of(row.getInt(Layout.W_STATUS));
        }
        return List.of(statuses);
    }

    private ConnectionCounts connections(Cells row) {
        return new ConnectionCounts(
                gauge(row, Layout.P_CONNECTIONS),
                gauge(row, Layout.P_WAITING),
                gauge(row, Layout.P_WRITING),
                gauge(row, Layout.P_KEEP_ALIVE),
                gauge(row, Layout.P_CLOSING),
                gauge(row, Layout.P_SUSPENDED));
    }

    /** Small enough that a sum over the processes of the board does not overflow. */
    private int gauge(Cells row, int offset) {
        return Math.clamp(row.getInt(offset), 0, Integer.MAX_VALUE / shape.processes());
    }

    static CpuTimes cpu(Cells row, int offset) {
        return new CpuTimes(atLeastZero(row.getLong(offset)), atLeastZero(row.getLong(offset + 8)));
    }

    static int atLeastZero(int value) {
        return Math.max(value, 0);
    }

    /** Not negative, and small enough that the sum over all rows of a board does not overflow. */
    static long atLeastZero(long value) {
        return Math.clamp(value, 0, Long.MAX_VALUE >> 22);
    }
}
