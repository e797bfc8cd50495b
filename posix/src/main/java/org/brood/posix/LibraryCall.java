package org.brood.posix;

import java.lang.invoke.MethodHandle;

/**
 * One function of the C library that takes integers and addresses. A record, because the compiler trusts a record's
 * fields: called through a {@code static final} constant, the handle is linked as if it were named on the spot.
 *
 * <p>{@code attempt} gives the result or the negated errno after {@link Syscall}'s rules; pass it on through
 * {@link #check}, {@link #orWouldBlock} or {@link #transferred}.
 *
 * @param name the function's man-page name
 * @param wide the C result has 64 bits (ssize_t, off_t, a pointer), not an int's 32
 */
record LibraryCall(String name, MethodHandle handle, boolean wide) {

    static LibraryCall ofInt(String name) {
        return new LibraryCall(name, Libc.sixWords(name), false);
    }

    static LibraryCall ofLong(String name) {
        return new LibraryCall(name, Libc.sixWords(name), true);
    }

    long attempt() {
        return attempt(0, 0, 0, 0, 0, 0);
    }

    long attempt(long a) {
        return attempt(a, 0, 0, 0, 0, 0);
    }

    long attempt(long a, long b) {
        return attempt(a, b, 0, 0, 0, 0);
    }

    long attempt(long a, long b, long c) {
        return attempt(a, b, c, 0, 0, 0);
    }

    long attempt(long a, long b, long c, long d) {
        return attempt(a, b, c, d, 0, 0);
    }

    long attempt(long a, long b, long c, long d, long e) {
        return attempt(a, b, c, d, e, 0);
    }

    long attempt(long a, long b, long c, long d, long e, long f) {
        CallState state = CallState.take();
        try {
            long result;
            do {
                result = once(state, a, b, c, d, e, f);
            } while (Syscall.interrupted(name, result));
            return result;
        } finally {
            state.giveBack();
        }
    }

    /** One call: for close(2), which must not be made again when it was interrupted. */
    long once(CallState state, long a, long b, long c, long d, long e, long f) {
        long result;
        try {
            result = (long) handle.invokeExact(state.capture(), a, b, c, d, e, f);
        } catch (Throwable impossible) {
            throw new IllegalStateException(name, impossible);
        }
        long value = wide ? result : (int) result;
        return value == -1 ? state.failure() : value;
    }

    long check(long result) {
        return Syscall.check(name, result);
    }

    long orWouldBlock(long result) {
        return Syscall.orWouldBlock(name, result);
    }

    long transferred(long result) {
        return Syscall.transferred(name, result);
    }
}
