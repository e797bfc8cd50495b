package org.brood.bench.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A server program in one of its ways of working, as a thing that can be started any number of times. */
public sealed interface Server permits Nginx, Httpd, Brood, Limit {

    /** Short, unique: what the command line and the tables call it. */
    String name();

    /** Why it cannot be run on this machine, or nothing when it can. */
    Optional<String> missing();

    /** Why it is no match for a load of this size and kind, or nothing when it is. */
    Optional<String> unfit(Sizing sizing, Need need);

    /** The signal that reloads it without losing requests, without SIG, or nothing when it has none. */
    Optional<String> restartSignal();

    /** Writes the configuration of an instance and says how to run it in the foreground. */
    List<String> prepare(Setup setup) throws IOException;

    /** What a load asks of a server besides plain files. */
    enum Need {
        FILES,
        LISTING,
        SCRIPTS,
        /** A handler in Java that blocks for 50 ms. */
        BLOCKING_HANDLER,
        /** Children that are replaced when they die. */
        SUPERVISION
    }
}
