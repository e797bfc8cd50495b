package org.brood.bench.jmh;

import org.brood.protocol.http.DateStamp;
import org.brood.protocol.http1.ResponseHeadWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an answer's head costs: its date alone, and a whole one as a static file has it. */
@State(Scope.Thread)
public class ResponseHeadBenchmark {
    private static final int ANSWERS_PER_SECOND = 50_000;

    private final DateStamp stamp = new DateStamp();
    private final byte[] out = new byte[DateStamp.LENGTH];
    private final ResponseHeadWriter writer = new ResponseHeadWriter(512);
    private long answers = 1_800_000_000L * ANSWERS_PER_SECOND;

    /** The date, rendered anew once in as many answers as a busy server gives in a second. */
    @Benchmark
    public byte[] date() {
        stamp.write(answers++ / ANSWERS_PER_SECOND, out, 0);
        return out;
    }

    @Benchmark
    public int wholeHead() {
        return writer.begin(200)
                .date(stamp, answers++ / ANSWERS_PER_SECOND)
                .field("Server", "Brood")
                .field("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
                .field("ETag", "\"400-64b2f5a1c2d40\"")
                .field("Accept-Ranges", "bytes")
                .field("Content-Length", 1024)
                .field("Content-Type", "text/html")
                .end()
                .length();
    }
}
