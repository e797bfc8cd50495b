package org.brood.bench.load;

import java.io.IOException;

/** Loads a server as fast as it answers over a fixed number of connections, each with one request at a time. */
public interface LoadTool {
    String name();

    /**
     * Runs for about this long; blocks until it is over.
     *
     * @param seconds at least 1
     */
    LoadResult run(int port, Request request, int connections, int seconds) throws IOException, InterruptedException;
}
