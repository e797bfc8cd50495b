package org.brood.conformance.server;

import java.util.Locale;

/** The processing models, by the names that configurations use. */
public enum Mpm {
    PREFORK,
    WORKER,
    EVENT,
    VIRTUAL;

    /** As server-status prints it after {@code ServerMPM:}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As LoadModule names it. */
    public String module() {
        return "mpm_" + word();
    }

    public boolean threaded() {
        return this != PREFORK;
    }

    /** A waiting connection holds no thread. */
    public boolean parks() {
        return this == EVENT || this == VIRTUAL;
    }
}
