package org.brood.conf.match;

/**
 * A pattern of {@code apr_fnmatch}: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]} (or {@code [^a-z]}) and backslash
 * escapes.
 *
 * <p>Three rules can be added: {@code /} is matched only by {@code /} (paths), a dot at the start of a name only by a dot
 * (directory listings), and letters without regard to case (header values).
 *
 * <p>Matching walks with one point of return per {@code *}: linear in practice, quadratic at worst.
 */
public final class Wildcard {
    private final String pattern;
    private final boolean path;
    private final boolean hidesDots;
    private final boolean caseBlind;

    private Wildcard(String pattern, boolean path, boolean hidesDots, boolean caseBlind) {
        this.pattern = pattern;
        this.path = path;
        this.hidesDots = hidesDots;
        this.caseBlind = caseBlind;
    }

    /** No further rule: {@code *} crosses slashes. */
    public static Wildcard of(String pattern) {
        return new Wildcard(pattern, false, false, false);
    }

    /** APR_FNM_PATHNAME: what sections use. */
    public static Wildcard ofPath(String pattern) {
        return new Wildcard(pattern, true, false, false);
    }

    /** APR_FNM_PERIOD: what Include uses. */
    public static Wildcard hidingDotFiles(String pattern) {
        return new Wildcard(pattern, false, true, false);
    }

    /** The same pattern, letters without regard to case. */
    public Wildcard caseBlind() {
        return new Wildcard(pattern, path, hidesDots, true);
    }

    /** Whether {@code text} holds a wildcard at all (apr_fnmatch_test). */
    public static boolean isPattern(String text) {
        int nesting = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '?', '*' -> {
                    return true;
                }
                case '\\' -> i++;
                case '[' -> nesting++;
                case ']' -> {
                    if (nesting > 0) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    public boolean matches(String text) {
        int p = 0;
        int t = 0;
        int starPattern = -1;
        int starText = -1;
        while (true) {
            if (p < pattern.length() && pattern.charAt(p) == '*' && !isHiddenDot(text, t)) {
                starPattern = ++p;
                starText = t;
                continue;
            }
            if (t == text.length() && p == pattern.length()) {
                return true;
            }
            int next = t < text.length() && p < pattern.length() ? step(p, text, t) : -1;
            if (next >= 0) {
                p = next;
                t++;
            } else if (starPattern >= 0 && starText < text.length() && !isWall(text.charAt(starText))) {
                t = ++starText;
                p = starPattern;
            } else {
                return false;
            }
        }
    }

    private boolean isWall(char c) {
        return path && c == '/';
    }

    private boolean isHiddenDot(String text, int index) {
        return hidesDots && index == 0 && !text.isEmpty() && text.charAt(0) == '.';
    }

    /** Where the pattern goes on if its element at {@code p} takes the character at {@code t}, else -1. */
    private int step(int p, String text, int t) {
        char c = text.charAt(t);
        char element = pattern.charAt(p);
        switch (element) {
            case '?' -> {
                return isWall(c) || isHiddenDot(text, t) ? -1 : p + 1;
            }
            case '[' -> {
                int close = closeOf(p);
                if (close > 0) {
                    return isWall(c) || isHiddenDot(text, t) || !classTakes(p, close, c) ? -1 : close + 1;
                }
                return same('[', c) ? p + 1 : -1;
            }
            case '\\' -> {
                int literal = p + 1 < pattern.length() ? p + 1 : p;
                return same(pattern.charAt(literal), c) ? literal + 1 : -1;
            }
            default -> {
                return same(element, c) ? p + 1 : -1;
            }
        }
    }

    private int closeOf(int open) {
        int i = open + 1;
        if (i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
            i++;
        }
        boolean first = true;
        while (i < pattern.length() && (first || pattern.charAt(i) != ']')) {
            first = false;
            i += pattern.charAt(i) == '\\' ? 2 : 1;
        }
        return i < pattern.length() ? i : -1;
    }

    private boolean classTakes(int open, int close, char c) {
        int i = open + 1;
        boolean negated = pattern.charAt(i) == '!' || pattern.charAt(i) == '^';
        if (negated) {
            i++;
        }
        boolean taken = false;
        while (i < close) {
            if (pattern.charAt(i) == '\\' && i + 1 < close) {
                i++;
            }
            char low = pattern.charAt(i++);
            char high = low;
            if (i + 1 < close && pattern.charAt(i) == '-') {
                i += pattern.charAt(i + 1) == '\\' && i + 2 < close ? 2 : 1;
                high = pattern.charAt(i++);
            }
            taken |= low <= c && c <= high || caseBlind && isInRangeBlind(low, high, c);
        }
        return taken != negated;
    }

    private static boolean isInRangeBlind(char low, char high, char c) {
        char lower = Character.toLowerCase(c);
        char upper = Character.toUpperCase(c);
        return low <= lower && lower <= high || low <= upper && upper <= high;
    }

    private boolean same(char a, char b) {
        return a == b || caseBlind && Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
