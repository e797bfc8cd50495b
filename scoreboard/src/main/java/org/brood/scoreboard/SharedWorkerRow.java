package org.brood.scoreboard;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * A worker's row in shared memory. {@link #status} may be said by any thread, the rest by the owner alone.
 *
 * <p>The theory of the sequence: the owner makes it odd, writes, and makes it even again. A reader copies the row between two
 * looks at an equal, even number, or looks again. An owner that dies half-way leaves it odd, and the next owner goes on.
 */
final class SharedWorkerRow implements WorkerRow {
    private final Cells cells;
    private final MemorySegment row;

    SharedWorkerRow(Cells cells) {
        this.cells = cells;
        this.row = cells.segment();
    }

    @Override
    public void status(WorkerStatus status) {
        cells.setInt(Layout.W_STATUS, status.ordinal());
    }

    /** By the parent, while the row has no thread: what counts per child begins at zero. */
    void occupy(int pid, int generation, int thread, WorkerStatus status) {
        int sequence = begin();
        cells.setInt(Layout.W_PID, pid);
        cells.setInt(Layout.W_GENERATION, generation);
        cells.setInt(Layout.W_THREAD, thread);
        clearChild();
        end(sequence);
        status(status);
    }

    /** By the parent, once the thread is gone. What counts per slot, and the last request's texts, stay. */
    void vacate() {
        int sequence = begin();
        clearChild();
        end(sequence);
        status(WorkerStatus.DEAD);
    }

    private void clearChild() {
        cells.setLong(Layout.W_CHILD_ACCESSES, 0);
        cells.setLong(Layout.W_CHILD_BYTES, 0);
        cells.setLong(Layout.W_CONNECTION_BYTES, 0);
        cells.setInt(Layout.W_CONNECTION_ACCESSES, 0);
    }

    @Override
    public void connection(byte[] client, int clientLength) {
        int sequence = begin();
        text(Layout.W_CLIENT, Layout.CLIENT_CHARS, client, 0, clientLength);
        end(sequence);
    }

    @Override
    public void request(byte[] line, int from, int to, byte[] vhost, byte[] protocol, long nowMicros) {
        int sequence = begin();
        cells.setLong(Layout.W_START_MICROS, nowMicros);
        cells.setLong(Layout.W_LAST_USED_MICROS, nowMicros);
        text(Layout.W_REQUEST, Layout.REQUEST_CHARS, line, from, to - from);
        RequestLine.hidePassword(row, Layout.W_REQUEST);
        text(Layout.W_VHOST, Layout.VHOST_CHARS, vhost, 0, vhost.length);
        text(Layout.W_PROTOCOL, Layout.PROTOCOL_CHARS, protocol, 0, protocol.length);
        end(sequence);
    }

    @Override
    public void answered(long bytes, long durationMicros, long nowMicros, boolean newOnConnection) {
        int sequence = begin();
        cells.addLong(Layout.W_ACCESSES, 1);
        cells.addLong(Layout.W_BYTES, bytes);
        cells.addLong(Layout.W_DURATION, durationMicros);
        cells.addLong(Layout.W_CHILD_ACCESSES, 1);
        cells.addLong(Layout.W_CHILD_BYTES, bytes);
        int earlier = newOnConnection ? 0 : cells.getInt(Layout.W_CONNECTION_ACCESSES);
        long earlierBytes = newOnConnection ? 0 : cells.getLong(Layout.W_CONNECTION_BYTES);
        cells.setInt(Layout.W_CONNECTION_ACCESSES, earlier + 1);
        cells.setLong(Layout.W_CONNECTION_BYTES, earlierBytes + bytes);
        cells.setLong(Layout.W_START_MICROS, nowMicros - durationMicros);
        cells.setLong(Layout.W_STOP_MICROS, nowMicros);
        cells.setLong(Layout.W_LAST_USED_MICROS, nowMicros);
        end(sequence);
    }

    private void text(int offset, int capacity, byte[] source, int from, int length) {
        int kept = Math.min(length, capacity);
        row.set(ValueLayout.JAVA_BYTE, offset, (byte) kept);
        MemorySegment.copy(source, from, row, ValueLayout.JAVA_BYTE, offset + 1L, kept);
    }

    private int begin() {
        int odd = cells.getInt(Layout.W_SEQUENCE) | 1;
        cells.setInt(Layout.W_SEQUENCE, odd);
        VarHandle.storeStoreFence();
        return odd;
    }

    private void end(int odd) {
        cells.setIntRelease(Layout.W_SEQUENCE, odd + 1);
    }
}
