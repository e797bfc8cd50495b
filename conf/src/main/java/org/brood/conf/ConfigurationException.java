package org.brood.conf;

import org.jspecify.annotations.Nullable;

/**
 * The administrator's mistake. The message says what is wrong and how to mend it, in httpd's words where httpd has
 * them; {@link #report()} adds the file and the line as httpd prints them on the console.
 */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable SourceLine source;
    private final boolean whileReading;

    public ConfigurationException(@Nullable SourceLine source, String message) {
        this(source, message, false);
    }

    private ConfigurationException(@Nullable SourceLine source, String message, boolean whileReading) {
        super(message);
        this.source = source;
        this.whileReading = whileReading;
    }

    /**
     * A mistake found before anything is applied: an open container, a file that cannot be included, a module that cannot
     * be loaded. httpd reports these on one line and without a number.
     */
    public static ConfigurationException whileReading(@Nullable SourceLine source, String message) {
        return new ConfigurationException(source, message, true);
    }

    /** The same mistake, said of a line when the place that found it did not know the line. */
    public ConfigurationException at(SourceLine line) {
        return source == null ? new ConfigurationException(line, String.valueOf(getMessage()), whileReading) : this;
    }

    public @Nullable SourceLine source() {
        return source;
    }

    /**
     * {@code AH00526: Syntax error on line N of FILE:} and the message on the next line; in one line and without the
     * number for a mistake found while reading, before which httpd prints its own name. Only the message without a source.
     */
    public String report() {
        if (source == null) {
            return String.valueOf(getMessage());
        }
        String where = "Syntax error on line " + source.line() + " of " + source.file() + ":";
        return whileReading ? where + " " + getMessage() : "AH00526: " + where + "\n" + getMessage();
    }

    /** Whether httpd would have found this before it applied the first directive. */
    public boolean isWhileReading() {
        return whileReading;
    }
}
