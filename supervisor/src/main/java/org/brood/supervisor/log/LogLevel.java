package org.brood.supervisor.log;

import java.util.Locale;
import java.util.Optional;

/** httpd's levels, most urgent first. */
public enum LogLevel {
    EMERG,
    ALERT,
    CRIT,
    ERROR,
    WARN,
    NOTICE,
    INFO,
    DEBUG,
    TRACE1,
    TRACE2,
    TRACE3,
    TRACE4,
    TRACE5,
    TRACE6,
    TRACE7,
    TRACE8;

    /** As it is written in a log line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of a word in any case; empty when there is none of that name. */
    public static Optional<LogLevel> of(String word) {
        for (LogLevel level : values()) {
            if (level.name().equalsIgnoreCase(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
