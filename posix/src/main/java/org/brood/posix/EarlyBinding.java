package org.brood.posix;

/**
 * Binds the C library beside other work. What a JVM spins for the first call of each of {@link Libc}'s shapes is the dearest
 * part of a process's start that no cache holds, and a process that has just begun has something else to do: read. Whoever
 * needs a call before it is bound waits for it, as for every class that another thread initializes.
 */
public final class EarlyBinding {
    private EarlyBinding() {}

    /** Call it first of all in a process that will live; returns at once. */
    public static void begin() {
        Thread.ofPlatform().daemon().name("binding").start(EarlyBinding::bind);
    }

    private static void bind() {
        Processes.pid(); // one shape, with its first call
        Libc.buffer("recv"); // the other
    }
}
