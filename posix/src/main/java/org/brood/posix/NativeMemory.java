package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Native memory for one call, freed at the end of a try block: paths, structures, bytes on their way. Zeroed. */
record NativeMemory(Arena arena, MemorySegment segment) implements AutoCloseable {

    @SuppressWarnings("MustBeClosedChecker") // the arena is closed by this object's own close
    static NativeMemory ofBytes(long size) {
        Arena arena = Arena.ofConfined();
        return new NativeMemory(arena, arena.allocate(size, 8));
    }

    static NativeMemory of(byte[] source, int offset, int length) {
        NativeMemory memory = ofBytes(length);
        MemorySegment.copy(source, offset, memory.segment, ValueLayout.JAVA_BYTE, 0, length);
        return memory;
    }

    /** A C string in UTF-8. */
    static NativeMemory of(String text) {
        return ofPath(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A C string of these bytes: a path need not be text. A NUL inside would name another file, so it is refused. */
    static NativeMemory ofPath(byte[] path) {
        refuseNul(path);
        NativeMemory memory = ofBytes(path.length + 1L);
        MemorySegment.copy(path, 0, memory.segment, ValueLayout.JAVA_BYTE, 0, path.length);
        return memory;
    }

    private static void refuseNul(byte[] path) {
        for (byte b : path) {
            if (b == 0) {
                throw new IllegalArgumentException("a path cannot hold a NUL byte");
            }
        }
    }

    /** Writes a path as {@link #ofPath} has it. */
    static void putPath(byte[] path, MemorySegment target, long offset) {
        refuseNul(path);
        MemorySegment.copy(path, 0, target, ValueLayout.JAVA_BYTE, offset, path.length);
        target.set(ValueLayout.JAVA_BYTE, offset + path.length, (byte) 0);
    }

    long address() {
        return segment.address();
    }

    void copyTo(byte[] target, int offset, int length) {
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, 0, target, offset, length);
    }

    int intAt(long offset) {
        return segment.get(ValueLayout.JAVA_INT, offset);
    }

    long longAt(long offset) {
        return segment.get(ValueLayout.JAVA_LONG, offset);
    }

    @Override
    public void close() {
        arena.close();
    }
}
