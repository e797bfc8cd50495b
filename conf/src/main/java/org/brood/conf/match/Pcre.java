package org.brood.conf.match;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.brood.conf.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A Perl-compatible pattern as httpd compiles it, run by {@code java.util.regex}.
 *
 * <p>httpd's defaults hold: the dot takes newlines and {@code $} means the very end (RegexDefaultOptions DOTALL
 * DOLLAR_ENDONLY). {@link PcreTranslation} rewrites what the two dialects write differently.
 */
public final class Pcre {

    /** A named group and its number. */
    public record Group(String name, int number) {}

    private final String source;
    private final Pattern pattern;
    private final List<Group> groups;

    private Pcre(String source, Pattern pattern, List<Group> groups) {
        this.source = source;
        this.pattern = pattern;
        this.groups = groups;
    }

    /** @throws ConfigurationException in httpd's words if the pattern is none */
    public static Pcre compile(String pattern) throws ConfigurationException {
        return compile(pattern, 0);
    }

    public static Pcre compileCaseBlind(String pattern) throws ConfigurationException {
        return compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static Pcre compile(String pattern, int flags) throws ConfigurationException {
        try {
            PcreTranslation translation = new PcreTranslation(pattern);
            String translated = translation.translate();
            Pattern compiled = Pattern.compile(translated, flags | Pattern.DOTALL | Pattern.UNIX_LINES);
            return new Pcre(pattern, compiled, translation.groups());
        } catch (PatternSyntaxException | StackOverflowError mistake) {
            throw new ConfigurationException(null, "Regex could not be compiled");
        }
    }

    /**
     * Looks for the pattern anywhere in {@code text}.
     *
     * @return null if it is not there
     * @throws MatchFailure if that cannot be found out
     */
    public @Nullable MatchResult find(CharSequence text) {
        try {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? matcher : null;
        } catch (StackOverflowError tooDeep) {
            throw new MatchFailure(source, text.length());
        }
    }

    /** The same without captures. */
    public boolean matches(CharSequence text) {
        return find(text) != null;
    }

    public int groupCount() {
        return pattern.matcher("").groupCount();
    }

    /** The named groups, for {@code MATCH_NAME} variables. */
    public List<Group> groups() {
        return groups;
    }

    /** The pattern as it was written. */
    public String source() {
        return source;
    }

    public boolean isCaseBlind() {
        return (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pcre that && source.equals(that.source) && isCaseBlind() == that.isCaseBlind();
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
