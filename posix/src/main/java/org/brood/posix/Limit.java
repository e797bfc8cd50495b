package org.brood.posix;

import java.lang.foreign.ValueLayout;

/** What a process may use at most; getrlimit(2). Limits are inherited by what it starts. */
public enum Limit {
    CPU_SECONDS(0),
    FILE_BYTES(1),
    CORE_BYTES(4),
    PROCESSES(6),
    OPEN_FILES(7),
    LOCKED_BYTES(8),
    ADDRESS_SPACE_BYTES(9);

    /** No limit (RLIM_INFINITY). */
    public static final long UNLIMITED = -1;

    private final int resource;

    Limit(int resource) {
        this.resource = resource;
    }

    /** Soft is in force, hard is how far it can be raised; unsigned, {@link #UNLIMITED} is the largest. */
    public record Value(long soft, long hard) {}

    public Value get() {
        return LimitCalls.get(resource);
    }

    /** @throws ErrnoException EPERM when the hard limit would be raised without root's rights */
    public void set(Value value) {
        LimitCalls.set(resource, value);
    }

    /** getrlimit(2) and setrlimit(2): bound only when a limit is asked for. */
    private static final class LimitCalls {
        private static final LibraryCall GETRLIMIT = LibraryCall.ofInt("getrlimit");
        private static final LibraryCall SETRLIMIT = LibraryCall.ofInt("setrlimit");

        static Value get(int resource) {
            try (NativeMemory memory = NativeMemory.ofBytes(16)) {
                GETRLIMIT.check(GETRLIMIT.attempt(resource, memory.address()));
                return new Value(memory.longAt(0), memory.longAt(8));
            }
        }

        static void set(int resource, Value value) {
            try (NativeMemory memory = NativeMemory.ofBytes(16)) {
                memory.segment().set(ValueLayout.JAVA_LONG, 0, value.soft());
                memory.segment().set(ValueLayout.JAVA_LONG, 8, value.hard());
                SETRLIMIT.check(SETRLIMIT.attempt(resource, memory.address()));
            }
        }
    }
}
