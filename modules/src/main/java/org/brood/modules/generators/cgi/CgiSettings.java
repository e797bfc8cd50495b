package org.brood.modules.generators.cgi;

import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * @param log the file of failed scripts; null for none
 * @param logLength bytes beyond which nothing more is logged
 * @param logBuffer bytes of a posted body that are logged
 */
record CgiSettings(
        @Nullable String log,
        @Nullable Long logLength,
        @Nullable Integer logBuffer) {
    private static final long STANDARD_LENGTH = 10_385_760;
    private static final int STANDARD_BUFFER = 1024;

    static final SettingsKey<CgiSettings> KEY = SettingsKey.server(
            "cgi",
            new CgiSettings(null, null, null),
            (outer, inner) -> new CgiSettings(
                    inner.log == null ? outer.log : inner.log,
                    inner.logLength == null ? outer.logLength : inner.logLength,
                    inner.logBuffer == null ? outer.logBuffer : inner.logBuffer));

    /** CGIScriptTimeout: milliseconds without a sign of life; 0 for Timeout's. */
    static final SettingsKey<Long> TIMEOUT =
            SettingsKey.directory("cgi-timeout", 0L, (outer, inner) -> inner == 0 ? outer : inner);

    long length() {
        return logLength == null ? STANDARD_LENGTH : logLength;
    }

    int buffer() {
        return logBuffer == null ? STANDARD_BUFFER : logBuffer;
    }

    CgiSettings withLog(String file) {
        return new CgiSettings(file, logLength, logBuffer);
    }

    CgiSettings withLength(long bytes) {
        return new CgiSettings(log, bytes, logBuffer);
    }

    CgiSettings withBuffer(int bytes) {
        return new CgiSettings(log, logLength, bytes);
    }
}
