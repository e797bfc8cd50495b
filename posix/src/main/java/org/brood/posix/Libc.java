package org.brood.posix;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Binds functions of the C library. Every function is given one of two shapes, because a shape costs a child 8 ms of its
 * start (a class is spun for it) and a further function of a known shape 0.1 ms:
 *
 * <ul>
 *   <li>{@link #SIX_WORDS}: six 64-bit integers, addresses among them. A function with fewer parameters does not see the
 *       rest: in both ABIs (System V x86-64, AAPCS64) the first six integers and pointers travel in registers that belong
 *       to the callee, variadic functions included. An {@code int} is the low half of its word, a result of type
 *       {@code int} leaves the upper half undefined ({@link LibraryCall} cuts it off).
 *   <li>{@link #BUFFER}: descriptor, buffer, length, flags, where the buffer may be a Java array. It is <em>critical</em>:
 *       no transition, and no safepoint until it returns, so it is for calls that cannot block.
 * </ul>
 */
final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final Linker.Option HEAP_ACCESS = Linker.Option.critical(true);
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;

    static final FunctionDescriptor SIX_WORDS = FunctionDescriptor.of(WORD, WORD, WORD, WORD, WORD, WORD, WORD);
    static final FunctionDescriptor BUFFER = FunctionDescriptor.of(WORD, WORD, ValueLayout.ADDRESS, WORD, WORD);

    private Libc() {}

    static MethodHandle sixWords(String function) {
        return LINKER.downcallHandle(symbol(function), SIX_WORDS, ERRNO);
    }

    static MethodHandle buffer(String function) {
        return LINKER.downcallHandle(symbol(function), BUFFER, ERRNO, HEAP_ACCESS);
    }

    private static MemorySegment symbol(String function) {
        Optional<MemorySegment> found = LINKER.defaultLookup().find(function);
        if (found.isEmpty()) {
            throw new IllegalStateException("the C library of this system has no function " + function);
        }
        return found.get();
    }
}
