package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

/** poll(2) on several descriptors, for a handful of them that seldom change. Belongs to one thread. */
public final class PollSet {
    private static final int ENTRY_BYTES = 8;

    private final MemorySegment entries;
    private final int[] fds;
    private int size;

    public PollSet(int capacity) {
        this.fds = new int[capacity];
        this.entries = Arena.ofAuto().allocate((long) capacity * ENTRY_BYTES, 8);
    }

    /** @param events {@link Poll#IN}, {@link Poll#OUT}; @return the index by which {@link #events} asks for it */
    public int add(int fd, int events) {
        fds[size] = fd;
        entries.set(ValueLayout.JAVA_INT, (long) size * ENTRY_BYTES, fd);
        entries.set(ValueLayout.JAVA_INT, (long) size * ENTRY_BYTES + 4, events & 0xffff);
        return size++;
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public int fd(int index) {
        return fds[index];
    }

    /** Waits for any. @param timeoutMillis -1 is for ever; @return how many have something to tell, 0 after the timeout */
    public int wait(int timeoutMillis) {
        int happened = Poll.wait(entries.address(), size, timeoutMillis);
        Reference.reachabilityFence(this);
        return happened;
    }

    /** What the last wait found of this descriptor, 0 for nothing. */
    public int events(int index) {
        return Poll.happened(fds[index], entries.get(ValueLayout.JAVA_INT, (long) index * ENTRY_BYTES + 4) >>> 16);
    }
}
