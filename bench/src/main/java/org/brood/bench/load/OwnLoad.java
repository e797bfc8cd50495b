package org.brood.bench.load;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.brood.bench.stats.Histogram;

/** {@link NioLoad} in the place of wrk, where that is not installed. */
public record OwnLoad() implements LoadTool {
    @Override
    public String name() {
        return "the module's own load generator";
    }

    @Override
    public LoadResult run(int port, Request request, int connections, int seconds)
            throws IOException, InterruptedException {
        long before = System.nanoTime();
        try (NioLoad load = NioLoad.start(port, request, connections, 1)) {
            TimeUnit.SECONDS.sleep(seconds);
            LoadCounts counts = load.stop().getFirst();
            Histogram latencies = counts.latencies();
            return new LoadResult(
                    counts.answered(),
                    counts.lost() + counts.cut() + counts.unexpected(),
                    (System.nanoTime() - before) / 1e9,
                    counts.bytes(),
                    latencies.percentile(0.5) / 1e3,
                    latencies.percentile(0.99) / 1e3);
        }
    }
}
