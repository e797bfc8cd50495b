package org.brood.bench.jmh;

import org.brood.mpm.listener.TimeoutQueue;
import org.brood.mpm.listener.TimeoutQueues;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs a kept-alive connection to wait: into its queue, found not expired, and out again, beside 10,000 others. */
@State(Scope.Thread)
public class TimeoutQueueBenchmark {
    private static final int OTHERS = 10_000;
    private static final int KEEP_ALIVE_MILLIS = 5_000;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final TimeoutQueues<Waiting> queues = new TimeoutQueues<>();
    private final Waiting[] connections = new Waiting[OTHERS];
    private int turn;
    private long now;

    /** A connection, as far as the queue is concerned. */
    static final class Waiting extends TimeoutQueue.Entry<Waiting> {}

    public TimeoutQueueBenchmark() {
        queues.of(TIMEOUT_MILLIS);
        for (int index = 0; index < OTHERS; index++) {
            connections[index] = new Waiting();
            queues.of(KEEP_ALIVE_MILLIS).append(connections[index]);
        }
        queues.stamp(now);
    }

    /** One request of one of them: it leaves the queue, wherever it stands, and comes back at the tail. */
    @Benchmark
    public boolean leaveAndReturn() {
        turn = (turn + 7919) % OTHERS;
        TimeoutQueue<Waiting> queue = queues.of(KEEP_ALIVE_MILLIS);
        queue.remove(connections[turn]);
        queue.append(connections[turn]);
        queues.stamp(++now);
        return queues.expired(now) == null;
    }
}
