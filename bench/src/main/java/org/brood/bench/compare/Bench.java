package org.brood.bench.compare;

import java.util.List;
import org.brood.bench.load.LoadTool;
import org.brood.bench.report.Results;
import org.brood.bench.server.Server;

/** What every experiment works with. */
record Bench(Options options, List<Server> servers, Fleet fleet, LoadTool tool, Results results) {

    /** A sign of life for whoever waits. */
    void say(String words) {
        System.err.println(words);
    }
}
