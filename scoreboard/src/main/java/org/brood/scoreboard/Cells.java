package org.brood.scoreboard;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * One row's memory, read and written number by number. {@code set} and {@code get} are opaque: never torn, never cached in a
 * register, ordered with nothing else; on the machines we run on they are the plain instructions.
 */
final class Cells {
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    private final MemorySegment row;

    Cells(MemorySegment board, long offset, long bytes) {
        this.row = board.asSlice(offset, bytes);
    }

    MemorySegment segment() {
        return row;
    }

    int getInt(int offset) {
        return (int) INT.getOpaque(row, (long) offset);
    }

    void setInt(int offset, int value) {
        INT.setOpaque(row, (long) offset, value);
    }

    long getLong(int offset) {
        return (long) LONG.getOpaque(row, (long) offset);
    }

    void setLong(int offset, long value) {
        LONG.setOpaque(row, (long) offset, value);
    }

    void addLong(int offset, long value) {
        setLong(offset, getLong(offset) + value);
    }

    int getIntAcquire(int offset) {
        return (int) INT.getAcquire(row, (long) offset);
    }

    void setIntRelease(int offset, int value) {
        INT.setRelease(row, (long) offset, value);
    }
}
