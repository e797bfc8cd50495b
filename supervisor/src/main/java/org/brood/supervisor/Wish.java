package org.brood.supervisor;

import org.brood.posix.Signal;

/**
 * What the administrator wants, as far as it has not been done yet. Two wishes become one by httpd's rules: an ungraceful
 * request upgrades a pending graceful one and never the reverse, and a stop beats a restart.
 */
public enum Wish {
    NONE(false, false),
    GRACEFUL_RESTART(false, false),
    RESTART(false, true),
    GRACEFUL_STOP(true, false),
    STOP(true, true);

    private final boolean stop;
    private final boolean ungraceful;

    Wish(boolean stop, boolean ungraceful) {
        this.stop = stop;
        this.ungraceful = ungraceful;
    }

    /** What a signal to the parent asks for. */
    static Wish of(Signal signal) {
        return switch (signal) {
            case TERM, INT -> STOP;
            case WINCH -> GRACEFUL_STOP;
            case HUP -> RESTART;
            case USR1 -> GRACEFUL_RESTART;
            default -> NONE;
        };
    }

    /** Both wishes in one. */
    Wish and(Wish other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        boolean ends = stop || other.stop;
        boolean hard = ungraceful || other.ungraceful;
        if (ends) {
            return hard ? STOP : GRACEFUL_STOP;
        }
        return hard ? RESTART : GRACEFUL_RESTART;
    }
}
