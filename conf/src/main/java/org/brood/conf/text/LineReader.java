package org.brood.conf.text;

import org.brood.conf.ConfigurationException;
import org.brood.conf.SourceLine;

/**
 * The logical lines of a configuration text, as httpd's {@code ap_cfg_getline} makes them.
 *
 * <ul>
 *   <li>A line whose last character is a backslash goes on in the next one; backslash and line end vanish, and nothing
 *       is put in their place. That holds for comments too.
 *   <li>White space at both ends of the logical line is dropped; what is left may be empty.
 *   <li>The number of a logical line is that of its last physical line.
 * </ul>
 *
 * <p>One reader belongs to one thread. {@link #next} moves on; {@link #text} and {@link #line} speak of the last line.
 */
public final class LineReader {
    /** httpd's limit for its own files. */
    public static final int LONGEST_LINE = 16 * 1024 * 1024;

    /** httpd's limit for {@code .htaccess} files. */
    public static final int LONGEST_HTACCESS_LINE = 8192;

    private final String file;
    private final String source;
    private final int longest;
    private int position;
    private int line;
    private String text = "";

    public LineReader(String file, String source, int longest) {
        this.file = file;
        this.source = source;
        this.longest = longest;
    }

    /** Moves to the next logical line. */
    public boolean next() throws ConfigurationException {
        if (position >= source.length()) {
            return false;
        }
        int start = position;
        int end = physicalEnd(start);
        if (!isContinued(start, end)) {
            limit(end - start);
            text = trimmed(source, start, contentEnd(start, end));
            return true;
        }
        text = joined(start, end);
        return true;
    }

    private String joined(int firstStart, int firstEnd) throws ConfigurationException {
        StringBuilder joined = new StringBuilder();
        int start = firstStart;
        int end = firstEnd;
        while (isContinued(start, end)) {
            joined.append(source, start, contentEnd(start, end) - 1);
            limit(joined.length());
            if (position >= source.length()) {
                return trimmed(joined, 0, joined.length());
            }
            start = position;
            end = physicalEnd(start);
        }
        joined.append(source, start, contentEnd(start, end));
        limit(joined.length());
        return trimmed(joined, 0, joined.length());
    }

    /** Index behind the line's newline (or the text's end); the line is counted and {@link #position} moved there. */
    private int physicalEnd(int start) {
        int newline = source.indexOf('\n', start);
        int end = newline < 0 ? source.length() : newline + 1;
        position = end;
        line++;
        return end;
    }

    private int contentEnd(int start, int end) {
        int last = end;
        if (last > start && source.charAt(last - 1) == '\n') {
            last--;
            if (last > start && source.charAt(last - 1) == '\r') {
                last--;
            }
        }
        return last;
    }

    private boolean isContinued(int start, int end) {
        int last = contentEnd(start, end);
        return last != end && last > start && source.charAt(last - 1) == '\\';
    }

    private void limit(int length) throws ConfigurationException {
        if (length >= longest) {
            throw new ConfigurationException(null, "Error reading " + file + " at line " + line + ": Line too long");
        }
    }

    static String trimmed(CharSequence text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Words.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Words.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.subSequence(from, to).toString();
    }

    /** The logical line that {@link #next} found. */
    public String text() {
        return text;
    }

    /** The number of the physical line that was read last, counted from 1. */
    public int line() {
        return line;
    }

    public String file() {
        return file;
    }

    public SourceLine source() {
        return new SourceLine(file, line);
    }
}
