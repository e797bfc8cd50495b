package org.brood.scoreboard;

/**
 * One thread's row. Numbers are not negative and texts hold only printable characters, whatever the memory held.
 *
 * @param accesses requests of the slot's whole life
 * @param bytes bytes of the slot's whole life
 * @param durationMicros time spent on all these requests
 * @param childAccesses requests of this child
 * @param startMicros begin of the last request, microseconds since 1970, 0 when there was none
 * @param stopMicros end of the last finished request
 * @param vhost {@code name:port}
 */
public record WorkerSnapshot(
        WorkerStatus status,
        int pid,
        int generation,
        int thread,
        long accesses,
        long bytes,
        long durationMicros,
        long childAccesses,
        long childBytes,
        int connectionAccesses,
        long connectionBytes,
        long startMicros,
        long stopMicros,
        long lastUsedMicros,
        String client,
        String request,
        String vhost,
        String protocol) {

    /** How long the last finished request took; 0 while the first one is being served. */
    public long lastDurationMicros() {
        return Math.max(0, stopMicros - startMicros);
    }
}
