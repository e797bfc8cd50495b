package org.brood.mpm.child;

/** A monotonic clock in nanoseconds, a parameter so that tests own the time. Values may only be compared by difference. */
@FunctionalInterface
public interface NanoClock {
    NanoClock SYSTEM = System::nanoTime;

    long nanos();
}
