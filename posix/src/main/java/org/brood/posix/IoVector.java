package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The iovec array of writev(2): native segments gathered for one call. Belongs to one thread at a time. Only addresses are
 * kept, so the segments that are added must stay alive until the call is made.
 */
public final class IoVector {
    private static final int ENTRY_BYTES = 16;

    private final MemorySegment entries;
    private final int capacity;
    private int size;

    /** @param capacity at most 1024 (IOV_MAX) */
    public IoVector(int capacity) {
        if (capacity < 1 || capacity > 1024) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
        this.entries = Arena.ofAuto().allocate((long) capacity * ENTRY_BYTES, 8);
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public boolean isFull() {
        return size == capacity;
    }

    /** Adds a native segment. */
    public void add(MemorySegment bytes) {
        if (!bytes.isNative()) {
            throw new IllegalArgumentException("an array can move while writev reads it");
        }
        entries.set(ValueLayout.JAVA_LONG, (long) size * ENTRY_BYTES, bytes.address());
        entries.set(ValueLayout.JAVA_LONG, (long) size * ENTRY_BYTES + 8, bytes.byteSize());
        size++;
    }

    long address() {
        return entries.address();
    }
}
