package org.brood.posix;

import java.lang.foreign.ValueLayout;

/** Calls that fill an {@code int[2]} with two descriptors. */
final class IntPair {

    interface Call {
        long fill(long address);
    }

    private IntPair() {}

    static Descriptors.Pair filledBy(LibraryCall call, Call attempt) {
        CallState state = CallState.take();
        try {
            call.check(attempt.fill(state.scratchAddress()));
            return new Descriptors.Pair(
                    state.scratch().get(ValueLayout.JAVA_INT, 0),
                    state.scratch().get(ValueLayout.JAVA_INT, 4));
        } finally {
            state.giveBack();
        }
    }
}
