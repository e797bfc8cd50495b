package org.brood.api;

import org.jspecify.annotations.Nullable;

/** ErrorLog as a module writes to it during a request: the client and the module are added to the line. */
public interface Log {

    boolean enabled(LogLevel level);

    /**
     * @param id a permanent number: httpd's {@code AH01234} where httpd logs the same thing, {@code BR0123} else
     */
    void log(LogLevel level, String id, String text, @Nullable Throwable cause);

    default void log(LogLevel level, String id, String text) {
        log(level, id, text, null);
    }
}
