package org.brood.mpm.contract;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.brood.scoreboard.ChildRows;
import org.brood.scoreboard.WorkerRow;
import org.brood.scoreboard.WorkerStatus;

/** A child's part of the board that remembers what was written last. */
final class BoardOfTest implements ChildRows {
    /** The connections as they were reported last. */
    record Counts(int total, int waiting, int writing, int keepAlive, int closing) {}

    private final ConcurrentMap<Integer, Row> workers = new ConcurrentHashMap<>();
    private volatile Counts counts = new Counts(0, 0, 0, 0, 0);
    private volatile boolean quiescing;
    private volatile boolean accepting;

    static final class Row implements WorkerRow {
        private volatile WorkerStatus status = WorkerStatus.DEAD;

        @Override
        public void status(WorkerStatus now) {
            status = now;
        }

        @Override
        public void connection(byte[] client, int clientLength) {}

        @Override
        public void request(byte[] line, int from, int to, byte[] vhost, byte[] protocol, long nowMicros) {}

        @Override
        public void answered(long bytes, long durationMicros, long nowMicros, boolean newOnConnection) {}
    }

    @Override
    public Row worker(int index) {
        return workers.computeIfAbsent(index, i -> new Row());
    }

    @Override
    public WorkerRow listener(int index) {
        return new Row();
    }

    @Override
    public void quiescing() {
        quiescing = true;
    }

    @Override
    public void accepting(boolean now) {
        accepting = now;
    }

    @Override
    public void connections(int total, int waiting, int writing, int keepAlive, int closing, int suspended) {
        counts = new Counts(total, waiting, writing, keepAlive, closing);
    }

    Counts counts() {
        return counts;
    }

    boolean isQuiescing() {
        return quiescing;
    }

    boolean isAccepting() {
        return accepting;
    }

    List<WorkerStatus> statuses() {
        return workers.values().stream().map(row -> row.status).toList();
    }
}
