package org.brood.conf;

/**
 * Where a directive stands: the file as the administrator named it and the line, counted from 1.
 *
 * <p>{@link #toString()} is the form of httpd's {@code -S} output, {@code file:line}.
 */
public record SourceLine(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
