package org.brood.conf;

import org.jspecify.annotations.Nullable;

/**
 * The administrator's mistake. The message says what is wrong and how to mend it, in httpd's words where httpd has
 * them; {@link #report()} adds the file and the line as httpd prints them on the console.
 */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable SourceLine source;

    public ConfigurationException(@Nullable SourceLine source, String message) {
        super(message);
        this.source = source;
    }

    /** The same mistake, said of a line when the place that found it did not know the line. */
    public ConfigurationException at(SourceLine line) {
        return source == null ? new ConfigurationException(line, String.valueOf(getMessage())) : this;
    }

    public @Nullable SourceLine source() {
        return source;
    }

    /** {@code AH00526: Syntax error on line N of FILE:} and the message on the next line; only the message without a source. */
    public String report() {
        return source == null
                ? String.valueOf(getMessage())
                : "AH00526: Syntax error on line " + source.line() + " of " + source.file() + ":\n" + getMessage();
    }
}
