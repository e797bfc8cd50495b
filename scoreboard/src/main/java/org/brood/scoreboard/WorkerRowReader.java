package org.brood.scoreboard;

import static org.brood.scoreboard.BoardReader.atLeastZero;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/**
 * Copies a worker's row at rest, then reads the copy: the other half of {@link SharedWorkerRow}'s sequence. An owner writes for
 * some tens of nanoseconds; one that was interrupted or killed while it wrote would be waited for in vain, so after
 * {@link #PATIENCE} looks the copy is taken as it is, its texts left out.
 */
final class WorkerRowReader {
    private static final int PATIENCE = 2_000;
    private static final int LOOKS_BEFORE_YIELD = 500;

    private final MemorySegment copy = MemorySegment.ofArray(new long[Layout.WORKER_BYTES / 8]);
    private final Cells cells = new Cells(copy, 0, Layout.WORKER_BYTES);

    WorkerSnapshot read(Cells row) {
        boolean whole = false;
        for (int i = 0; i < PATIENCE && !whole; i++) {
            whole = copied(row);
            if (!whole && i % LOOKS_BEFORE_YIELD == LOOKS_BEFORE_YIELD - 1) {
                Thread.yield(); // an owner that was put to sleep half-way may need this processor
            }
        }
        return new WorkerSnapshot(
                WorkerStatus.of(cells.getInt(Layout.W_STATUS)),
                atLeastZero(cells.getInt(Layout.W_PID)),
                atLeastZero(cells.getInt(Layout.W_GENERATION)),
                atLeastZero(cells.getInt(Layout.W_THREAD)),
                number(Layout.W_ACCESSES),
                number(Layout.W_BYTES),
                number(Layout.W_DURATION),
                number(Layout.W_CHILD_ACCESSES),
                number(Layout.W_CHILD_BYTES),
                atLeastZero(cells.getInt(Layout.W_CONNECTION_ACCESSES)),
                number(Layout.W_CONNECTION_BYTES),
                moment(Layout.W_START_MICROS),
                moment(Layout.W_STOP_MICROS),
                moment(Layout.W_LAST_USED_MICROS),
                whole ? text(Layout.W_CLIENT, Layout.CLIENT_CHARS) : "",
                whole ? text(Layout.W_REQUEST, Layout.REQUEST_CHARS) : "",
                whole ? text(Layout.W_VHOST, Layout.VHOST_CHARS) : "",
                whole ? text(Layout.W_PROTOCOL, Layout.PROTOCOL_CHARS) : "");
    }

    private boolean copied(Cells row) {
        int before = row.getIntAcquire(Layout.W_SEQUENCE);
        MemorySegment.copy(row.segment(), 0, copy, 0, Layout.WORKER_BYTES);
        VarHandle.loadLoadFence();
        int after = row.getInt(Layout.W_SEQUENCE);
        boolean whole = before == after && (before & 1) == 0;
        if (!whole) {
            Thread.onSpinWait();
        }
        return whole;
    }

    /** Microseconds since 1970: larger than any count may be, and never summed. */
    private long moment(int offset) {
        return Math.max(0, cells.getLong(offset));
    }

    private long number(int offset) {
        return atLeastZero(cells.getLong(offset));
    }

    private String text(int offset, int capacity) {
        int length = Math.min(Byte.toUnsignedInt(copy.get(ValueLayout.JAVA_BYTE, offset)), capacity);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            byte b = copy.get(ValueLayout.JAVA_BYTE, offset + 1L + i);
            bytes[i] = b >= 0 && b < ' ' || b == 127 ? (byte) '.' : b;
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
