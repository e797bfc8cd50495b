package org.brood.scoreboard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Main of a child JVM: what a row's writer and the board's readers cost once compiled. */
final class CostOfARow {
    private static final int ROUNDS = 100_000;
    private static final int TRIES = 100;
    private static final byte[] CLIENT = "192.168.100.200".getBytes(US_ASCII);
    private static final byte[] VHOST = "www.example.org:80".getBytes(US_ASCII);
    private static final byte[] PROTOCOL = "http/1.1".getBytes(US_ASCII);
    private static final byte[] LINE =
            "GET /images/a-rather-long-path/picture.png?size=large&quality=high HTTP/1.1".getBytes(US_ASCII);

    private final WorkerRow row;

    private CostOfARow(WorkerRow row) {
        this.row = row;
    }

    private interface Work {
        void run(int count);
    }

    public static void main(String[] arguments) {
        Scoreboard board = Scoreboard.open(ChildJvm.BOARD);
        CostOfARow cost = new CostOfARow(board.child(0).worker(0));
        System.out.println("status " + cost.measure(cost::statuses, ROUNDS)
                + ", answered " + cost.measure(cost::ends, ROUNDS)
                + ", request " + cost.measure(cost::starts, ROUNDS)
                + ", whole request " + cost.measure(cost::requests, ROUNDS)
                + ", census of 400 rows " + cost.measure(count -> repeat(board, count), 100));
    }

    private static void repeat(Scoreboard board, int count) {
        for (int i = 0; i < count; i++) {
            if (board.census().processes().isEmpty()) {
                throw new IllegalStateException();
            }
        }
    }

    /** The best of many tries, because the compiler and the neighbours on the machine take their time. */
    private String measure(Work work, int rounds) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leastBytes = Long.MAX_VALUE;
        long leastNanos = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long started = System.nanoTime();
            work.run(rounds);
            leastNanos = Math.min(leastNanos, System.nanoTime() - started);
            leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - allocated);
        }
        return leastNanos / rounds + " ns (" + leastBytes / rounds + " bytes)";
    }

    private void statuses(int count) {
        for (int i = 0; i < count; i++) {
            row.status((i & 1) == 0 ? WorkerStatus.READING : WorkerStatus.WRITING);
        }
    }

    private void starts(int count) {
        for (int i = 0; i < count; i++) {
            row.request(LINE, 0, LINE.length, VHOST, PROTOCOL, i);
        }
    }

    private void ends(int count) {
        for (int i = 0; i < count; i++) {
            row.answered(1234, 56, i, false);
        }
    }

    private void requests(int count) {
        for (int i = 0; i < count; i++) {
            row.connection(CLIENT, CLIENT.length);
            row.status(WorkerStatus.READING);
            row.request(LINE, 0, LINE.length, VHOST, PROTOCOL, i);
            row.status(WorkerStatus.WRITING);
            row.answered(1234, 56, i, false);
            row.status(WorkerStatus.READY);
        }
    }
}
