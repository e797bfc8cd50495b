package org.brood.modules.text;

import java.util.ArrayList;
import java.util.List;

/** Words of a line as httpd's ap_getword_conf cuts them: at blanks, with single or double quotes around what holds some. */
public final class Words {

    private Words() {}

    public static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int i = skipBlanks(line, 0);
        while (i < line.length()) {
            char quote = line.charAt(i);
            if (quote == '"' || quote == '\'') {
                StringBuilder word = new StringBuilder();
                i = quoted(line, i + 1, quote, word);
                words.add(word.toString());
            } else {
                int end = i;
                while (end < line.length() && !isBlank(line.charAt(end))) {
                    end++;
                }
                words.add(line.substring(i, end));
                i = end;
            }
            i = skipBlanks(line, i);
        }
        return words;
    }

    private static int quoted(String line, int from, char quote, StringBuilder word) {
        int i = from;
        while (i < line.length() && line.charAt(i) != quote) {
            char c = line.charAt(i);
            boolean escaped =
                    c == '\\' && i + 1 < line.length() && (line.charAt(i + 1) == quote || line.charAt(i + 1) == '\\');
            if (escaped) {
                i++;
            }
            word.append(line.charAt(i++));
        }
        return Math.min(i + 1, line.length());
    }

    private static int skipBlanks(String line, int from) {
        int i = from;
        while (i < line.length() && isBlank(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
