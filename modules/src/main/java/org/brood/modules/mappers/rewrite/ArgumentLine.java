package org.brood.modules.mappers.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;

/** Splits the line of a rule or condition as mod_rewrite does, which leaves backslashes and percent signs to regular expressions. */
final class ArgumentLine {
    private static final int MOST = 3;

    private ArgumentLine() {}

    /** @return two or three arguments */
    static List<String> split(String directive, String line) throws ConfigurationException {
        List<String> arguments = new ArrayList<>(MOST);
        int at = skipBlanks(line, 0);
        while (at < line.length() && arguments.size() < MOST) {
            char quote = line.charAt(at) == '"' || line.charAt(at) == '\'' ? line.charAt(at++) : 0;
            int end = end(line, at, quote);
            arguments.add(line.substring(at, end));
            at = skipBlanks(line, end + 1);
        }
        if (arguments.size() < 2) {
            String first = arguments.isEmpty() ? "" : arguments.getFirst();
            throw new ConfigurationException(null, directive + ": bad argument line '" + first + "'");
        }
        return arguments;
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String line, int from, char quote) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean blank = Character.isWhitespace(c);
            if (quote == 0 ? blank : c == quote) {
                return at;
            }
            boolean escaped = c == '\\' && at + 1 < line.length() && Character.isWhitespace(line.charAt(at + 1));
            at += escaped ? 2 : 1;
        }
        return line.length();
    }
}
