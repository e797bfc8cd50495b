package org.brood.modules.metadata.expires;

import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.modules.text.Words;

/**
 * {@code A3600}, {@code M86400} or {@code access plus 1 month 2 days}: seconds from the request or from the file's
 * modification. Words may be cut short, as in httpd.
 */
record Lifetime(boolean sinceModification, long seconds) {
    private static final long DAY = 86_400;

    static Lifetime parse(String code) throws ConfigurationException {
        if (code.startsWith("A") || code.startsWith("M")) {
            String digits = code.substring(1).replaceAll("(?!^-)\\D.*", "");
            boolean number = digits.matches("-?\\d{1,15}");
            return new Lifetime(code.startsWith("M"), number ? Long.parseLong(digits) : 0);
        }
        List<String> words = Words.of(code);
        String base = words.isEmpty() ? "" : words.getFirst();
        boolean modification = begins(base, "m");
        if (!modification && !begins(base, "n") && !begins(base, "a")) {
            throw new ConfigurationException(null, "bad expires code, unrecognised <base> '" + base + "'");
        }
        int at = words.size() > 1 && begins(words.get(1), "p") ? 2 : 1;
        long seconds = 0;
        for (; at < words.size(); at += 2) {
            String number = words.get(at);
            if (!number.matches("\\d{1,9}.*")) {
                throw new ConfigurationException(
                        null, "bad expires code, numeric value expected <num> '" + number + "'");
            }
            if (at + 1 == words.size()) {
                throw new ConfigurationException(null, "bad expires code, missing <type>");
            }
            seconds += Long.parseLong(number.replaceAll("\\D.*", "")) * unit(words.get(at + 1));
        }
        return new Lifetime(modification, seconds);
    }

    private static boolean begins(String word, String letters) {
        return word.regionMatches(true, 0, letters, 0, letters.length());
    }

    private static long unit(String word) throws ConfigurationException {
        if (begins(word, "y")) {
            return DAY * 365;
        }
        if (begins(word, "mo")) {
            return DAY * 30;
        }
        if (begins(word, "w")) {
            return DAY * 7;
        }
        if (begins(word, "d")) {
            return DAY;
        }
        if (begins(word, "h")) {
            return 3600;
        }
        if (begins(word, "mi")) {
            return 60;
        }
        if (begins(word, "s")) {
            return 1;
        }
        throw new ConfigurationException(null, "bad expires code, unrecognised <type>'" + word + "'");
    }
}
