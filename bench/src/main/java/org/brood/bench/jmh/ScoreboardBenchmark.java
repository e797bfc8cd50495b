package org.brood.bench.jmh;

import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import org.brood.scoreboard.BoardShape;
import org.brood.scoreboard.Scoreboard;
import org.brood.scoreboard.WorkerRow;
import org.brood.scoreboard.WorkerStatus;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a request pays for being seen on the status page. */
@State(Scope.Thread)
public class ScoreboardBenchmark {
    private static final byte[] LINE = "GET /index.html HTTP/1.1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VHOST = "localhost:80".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROTOCOL = "http/1.1".getBytes(StandardCharsets.US_ASCII);

    private final Scoreboard board = Scoreboard.create(new BoardShape(2, 64, 1), Arena.ofAuto());
    private final WorkerRow row = board.child(0).worker(5);
    private long micros = 1_800_000_000_000_000L;

    /** The two letters that every request changes, W and back to K. */
    @Benchmark
    public void twoLetters() {
        row.status(WorkerStatus.WRITING);
        row.status(WorkerStatus.KEEPALIVE);
    }

    /** Letters, texts and counters: a whole request with ExtendedStatus. */
    @Benchmark
    public void request() {
        row.status(WorkerStatus.WRITING);
        row.request(LINE, 0, LINE.length, VHOST, PROTOCOL, micros);
        row.answered(1024, 12, micros++, false);
        row.status(WorkerStatus.KEEPALIVE);
    }

    @TearDown
    public void close() {
        board.close();
    }
}
