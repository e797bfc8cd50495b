package org.brood.conf.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line by the rules of httpd's {@code ap_getword_conf}.
 *
 * <ul>
 *   <li>Words are parted by white space. A word that begins with {@code "} or {@code '} lasts until the same quote
 *       comes again, or to the end of the line when it does not: {@code ErrorDocument 404 "text} is complete.
 *   <li>Inside quotes a backslash before that quote or before a backslash is dropped; outside quotes only one before a
 *       backslash. Every other backslash stays, which is what regular expressions need.
 *   <li>Text directly behind a closing quote begins the next word.
 * </ul>
 *
 * <p>One instance walks one line; {@link #next} returns the empty string at the end and also for {@code ""}.
 */
public final class Words {
    private final String line;
    private int position;

    public Words(String line) {
        this.line = line;
    }

    /** All words at once, without the empty ones that end a walk. */
    public static List<String> of(String line) {
        Words words = new Words(line);
        List<String> all = new ArrayList<>(4);
        while (!words.atEnd()) {
            all.add(words.next());
        }
        return all;
    }

    /** White space as C's {@code isspace} knows it. */
    public static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Whether only white space is left; it is skipped. */
    public boolean atEnd() {
        skipSpace();
        return position == line.length();
    }

    /** What was not walked yet, without leading white space. */
    public String rest() {
        skipSpace();
        return line.substring(position);
    }

    public String next() {
        skipSpace();
        if (position == line.length()) {
            return "";
        }
        char first = line.charAt(position);
        String word = first == '"' || first == '\'' ? quoted(first) : plain();
        skipSpace();
        return word;
    }

    private String quoted(char quote) {
        int start = position + 1;
        int end = start;
        boolean escapes = false;
        while (end < line.length() && line.charAt(end) != quote) {
            boolean escape = line.charAt(end) == '\\' && end + 1 < line.length() && isEscapable(end + 1, quote);
            escapes |= escape;
            end += escape ? 2 : 1;
        }
        position = Math.min(end + 1, line.length());
        return escapes ? unescaped(start, end, quote) : line.substring(start, end);
    }

    private boolean isEscapable(int index, char quote) {
        char c = line.charAt(index);
        return c == '\\' || c == quote;
    }

    private String plain() {
        int start = position;
        int end = start;
        boolean escapes = false;
        while (end < line.length() && !isSpace(line.charAt(end))) {
            escapes |= line.charAt(end) == '\\';
            end++;
        }
        position = end;
        return escapes ? unescaped(start, end, '\\') : line.substring(start, end);
    }

    private String unescaped(int start, int end, char quote) {
        StringBuilder word = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            boolean escape = line.charAt(i) == '\\' && i + 1 < end && isEscapable(i + 1, quote);
            word.append(line.charAt(escape ? ++i : i));
        }
        return word.toString();
    }

    private void skipSpace() {
        while (position < line.length() && isSpace(line.charAt(position))) {
            position++;
        }
    }
}
