package org.brood.posix;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * {@code recv} or {@code send}: a function that moves bytes between a socket and a buffer, which may be a Java array.
 * The call is critical (see {@link Libc}), so its flags must hold MSG_DONTWAIT. Otherwise as {@link LibraryCall}.
 */
record BufferCall(String name, MethodHandle handle) {

    static BufferCall of(String name) {
        return new BufferCall(name, Libc.buffer(name));
    }

    /** Bytes moved, {@link Syscall#WOULD_BLOCK} or {@link Syscall#PEER_GONE}. */
    int transfer(int fd, MemorySegment buffer, long length, int flags) {
        CallState state = CallState.take();
        try {
            long result;
            do {
                result = once(state, fd, buffer, length, flags);
            } while (Syscall.interrupted(name, result));
            return (int) Syscall.transferred(name, result);
        } finally {
            state.giveBack();
        }
    }

    private long once(CallState state, int fd, MemorySegment buffer, long length, int flags) {
        long result;
        try {
            result = (long) handle.invokeExact(state.capture(), (long) fd, buffer, length, (long) flags);
        } catch (Throwable impossible) {
            throw new IllegalStateException(name, impossible);
        }
        return result == -1 ? state.failure() : result;
    }
}
