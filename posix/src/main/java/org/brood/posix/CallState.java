package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Memory that one thread lends to one system call: where errno is captured, and room for a
 * structure or a path.
 *
 * <p>A platform thread has its own for life. A virtual thread, of which there may be one per connection, borrows a spare
 * one and gives it back, so that an idle connection costs nothing here. Every {@link #take()} is paired with a
 * {@link #giveBack()}. One function that uses the scratch room does not call another that does.
 */
final class CallState {
    private static final int BYTES = 1024;
    private static final int SCRATCH_OFFSET = 64;

    /** Bytes of {@link #scratch()}. */
    static final int SCRATCH_BYTES = BYTES - SCRATCH_OFFSET;

    private static final int SLOTS = 64;
    private static final int PROBES = 4;
    private static final int STRIDE = 16; // references of neighbours stand on different cache lines
    private static final AtomicReferenceArray<@Nullable CallState> SPARE = new AtomicReferenceArray<>(SLOTS * STRIDE);

    private static final ThreadLocal<CallState> OF_THREAD = new ThreadLocal<>() {
        @Override
        protected CallState initialValue() {
            return new CallState(-1);
        }
    };

    private final int slot;
    private final MemorySegment memory;
    private final MemorySegment scratch;

    private CallState(int slot) {
        this.slot = slot;
        this.memory = Arena.ofAuto().allocate(BYTES, 64);
        this.scratch = memory.asSlice(SCRATCH_OFFSET);
    }

    static CallState take() {
        Thread thread = Thread.currentThread();
        return thread.isVirtual() ? borrow(thread) : OF_THREAD.get();
    }

    private static CallState borrow(Thread thread) {
        int first = (int) thread.threadId();
        for (int i = 0; i < PROBES; i++) {
            CallState spare = SPARE.getAndSet(slot(first + i), null);
            if (spare != null) {
                return spare;
            }
        }
        return new CallState(slot(first));
    }

    private static int slot(int number) {
        return (number & (SLOTS - 1)) * STRIDE;
    }

    void giveBack() {
        if (slot >= 0) {
            SPARE.setRelease(slot, this);
        }
    }

    /** The segment that the linker writes errno into. */
    MemorySegment capture() {
        return memory;
    }

    /** The negated errno of the call that has just failed. */
    long failure() {
        return -memory.get(ValueLayout.JAVA_INT, 0);
    }

    MemorySegment scratch() {
        return scratch;
    }

    long scratchAddress() {
        return scratch.address();
    }
}
