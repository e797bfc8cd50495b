package org.brood.api;

/** The levels of LogLevel, from the worst on. */
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

    /** The word as the error log shows it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
