package org.brood.modules.generators.cgi;

import org.brood.api.Exchange;
import org.brood.api.LogLevel;

/** What a script writes to standard error, line by line to ErrorLog. */
final class ErrorLines {
    private static final int LONGEST = 8192;

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder all = new StringBuilder();
    private final Exchange exchange;

    ErrorLines(Exchange exchange) {
        this.exchange = exchange;
    }

    void add(byte[] data, int length) {
        for (int i = 0; i < length; i++) {
            char c = (char) (data[i] & 0xff);
            if (c == '\n' || line.length() == LONGEST) {
                flush();
            }
            if (c != '\n') {
                line.append(c);
            }
        }
    }

    /** Logs a last line without an end. */
    void flush() {
        if (!line.isEmpty()) {
            exchange.log("cgi").log(
                    LogLevel.ERROR,
                    "AH01215",
                    "stderr from " + exchange.resource().filename() + ": " + line);
            if (all.length() < LONGEST) {
                all.append(line).append('\n');
            }
            line.setLength(0);
        }
    }

    /** The first lines, for ScriptLog. */
    String text() {
        return all.toString();
    }
}
