package org.brood.posix;

import java.lang.foreign.ValueLayout;

/** sigaction(2) as far as dispositions go, in glibc's layout, which is the same on x86-64 and aarch64. */
final class SignalCalls {
    static final long SIG_DFL = 0;
    static final long SIG_IGN = 1;
    private static final int SIGACTION_BYTES = 152;
    private static final LibraryCall SIGACTION = LibraryCall.ofInt("sigaction");

    private SignalCalls() {}

    static void disposition(Signal signal, long handler) {
        try (NativeMemory action = NativeMemory.ofBytes(SIGACTION_BYTES)) {
            action.segment().set(ValueLayout.JAVA_LONG, 0, handler);
            SIGACTION.check(SIGACTION.attempt(signal.number(), action.address(), 0));
        }
    }

    /** The address of the handler, or one of the two constants. */
    static long handler(Signal signal) {
        try (NativeMemory action = NativeMemory.ofBytes(SIGACTION_BYTES)) {
            SIGACTION.check(SIGACTION.attempt(signal.number(), 0, action.address()));
            return action.longAt(0);
        }
    }
}
