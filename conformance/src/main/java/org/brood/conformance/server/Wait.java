package org.brood.conformance.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process will do; there is no message to wait for, so it looks every few milliseconds. */
public final class Wait {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private Wait() {}

    public static void until(String what, BooleanSupplier condition) {
        until(PATIENCE, what, condition);
    }

    /** @throws AssertionError when {@code condition} has not become true in time */
    public static void until(Duration patience, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
