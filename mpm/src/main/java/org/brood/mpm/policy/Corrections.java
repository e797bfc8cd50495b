package org.brood.mpm.policy;

import java.util.Locale;
import org.brood.mpm.spi.Mpm.Warnings;

/**
 * The corrections that all MPMs make, each with two numbers and two wordings, which are httpd's own because administrators
 * search for them. The numbers of an MPM stand in a row: {@code base} is the first, a correction's console number is
 * {@code base + offset} and its log number the next.
 */
final class Corrections {
    private final int base;
    private final Warnings warnings;

    Corrections(int base, Warnings warnings) {
        this.base = base;
        this.warnings = warnings;
    }

    /** Warns on the console and in the log; the wordings are {@link String#format} patterns over the same values. */
    void warn(int offset, String console, String log, Object... values) {
        String consoleText = String.format(Locale.ROOT, console, values);
        String logText = String.format(Locale.ROOT, log, values);
        warnings.warn(id(offset), "WARNING: " + consoleText, id(offset + 1), logText);
    }

    private String id(int offset) {
        return String.format(Locale.ROOT, "AH%05d", base + offset);
    }

    /** A limit that is compiled into httpd. @param things {@code servers} or {@code threads} */
    int atMost(int offset, String name, int value, int most, String things) {
        if (value <= most) {
            return value;
        }
        warn(
                offset,
                "%1$s of %2$d exceeds compile-time limit of %3$d " + things + ", decreasing to %3$d.",
                "%1$s of %2$d exceeds compile-time limit of %3$d, decreasing to match",
                name,
                value,
                most);
        return most;
    }

    int atLeastOne(int offset, String name, int value) {
        if (value >= 1) {
            return value;
        }
        warn(offset, "%s of %d not allowed, increasing to 1.", "%s of %d not allowed, increasing to 1", name, value);
        return 1;
    }

    /** For the spare numbers, where httpd is more outspoken. */
    int atLeastOneSpare(int offset, String name, int value) {
        if (value >= 1) {
            return value;
        }
        warn(
                offset,
                "%s of %d not allowed, increasing to 1 to avoid almost certain server failure. "
                        + "Please read the documentation.",
                "%s of %d not allowed, increasing to 1",
                name,
                value);
        return 1;
    }

    /** What holds for the parent's life. */
    int asAtFirst(int offset, String name, int value, int first) {
        if (value != first) {
            String text = String.format(
                    Locale.ROOT,
                    "changing %s to %d from original value of %d not allowed during restart",
                    name,
                    value,
                    first);
            warnings.warn("", "", id(offset), text);
        }
        return first;
    }
}
