package org.brood.api.timeout;

/**
 * The time for one stage of reading: {@code seconds} at first; each {@code bytesPerSecond} bytes received add a second, up
 * to {@code mostSeconds}.
 *
 * @param seconds 0 for no limit
 * @param mostSeconds never more than this; 0 for no ceiling
 * @param bytesPerSecond 0 when received bytes add nothing
 */
public record ReadLimit(int seconds, int mostSeconds, int bytesPerSecond) {
    /** No limit. */
    public static final ReadLimit NONE = new ReadLimit(0, 0, 0);

    public boolean unlimited() {
        return seconds == 0;
    }

    /** The milliseconds after the stage's beginning at which {@code received} bytes are too few. */
    public long deadlineMillis(long received) {
        long deadline = seconds * 1000L;
        if (bytesPerSecond > 0) {
            deadline += received * 1000L / bytesPerSecond;
        }
        return mostSeconds > 0 ? Math.min(deadline, mostSeconds * 1000L) : deadline;
    }
}
