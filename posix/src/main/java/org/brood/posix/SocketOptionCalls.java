package org.brood.posix;

import java.lang.foreign.ValueLayout;

/** setsockopt(2) and getsockopt(2) of int options. */
final class SocketOptionCalls {
    private static final LibraryCall SETSOCKOPT = LibraryCall.ofInt("setsockopt");
    private static final LibraryCall GETSOCKOPT = LibraryCall.ofInt("getsockopt");

    private SocketOptionCalls() {}

    static void set(int fd, int level, int option, int value) {
        CallState state = CallState.take();
        try {
            state.scratch().set(ValueLayout.JAVA_INT, 0, value);
            SETSOCKOPT.check(SETSOCKOPT.attempt(fd, level, option, state.scratchAddress(), 4));
        } finally {
            state.giveBack();
        }
    }

    static int get(int fd, int level, int option) {
        CallState state = CallState.take();
        try {
            state.scratch().set(ValueLayout.JAVA_INT, 8, 4);
            GETSOCKOPT.check(GETSOCKOPT.attempt(fd, level, option, state.scratchAddress(), state.scratchAddress() + 8));
            return state.scratch().get(ValueLayout.JAVA_INT, 0);
        } finally {
            state.giveBack();
        }
    }
}
