package org.brood.modules.text;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.brood.conf.ConfigurationException;

/** Regular expressions of directives. They are searched for, not matched whole: use {@code find()}. */
public final class Regex {

    private Regex() {}

    public static Pattern compile(String pattern) throws ConfigurationException {
        return compile(pattern, 0, "Regular expression could not be compiled.");
    }

    /** @param message what to say of a pattern that is none */
    public static Pattern compile(String pattern, int flags, String message) throws ConfigurationException {
        try {
            return Pattern.compile(pattern, flags | Pattern.DOTALL | Pattern.UNIX_LINES);
        } catch (PatternSyntaxException e) {
            throw new ConfigurationException(null, message);
        }
    }
}
