package org.brood.conf.tree;

import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.match.Pcre;

/**
 * The condition of {@code <IfVersion>}: {@code [!]op version}, where op is one of {@code = == < <= > >= ~} and missing
 * means {@code =}; {@code = /re/} is the same as {@code ~ re}.
 */
record VersionCondition(boolean negated, char comparison, boolean orEqual, String operand) {
    private static final String INVALID = "Version appears to be invalid. It must have the format "
            + "major[.minor[.patch]] where major, minor and patch are numbers.";

    static VersionCondition of(List<String> arguments) throws ConfigurationException {
        String operator = arguments.getFirst();
        String operand = arguments.size() > 1 ? arguments.get(1) : "";
        String close = arguments.size() > 2 ? arguments.get(2) : "";
        if (arguments.size() == 1) {
            operand = operator;
            operator = "=";
        } else if (arguments.size() == 2 && operand.equals(">")) {
            close = operand;
            operand = operator;
            operator = "=";
        }
        return new VersionCondition(operator, withoutBracket(operand, close));
    }

    private VersionCondition(String operator, String operand) throws ConfigurationException {
        String bare = operator.length() > 1 && operator.charAt(0) == '!' ? operator.substring(1) : operator;
        boolean known = bare.equals("~") || bare.matches("[=<>]=?");
        if (!known) {
            throw new ConfigurationException(null, "unrecognized operator '" + operator + "'");
        }
        this(bare.length() < operator.length(), bare.charAt(0), bare.length() > 1, operand);
    }

    private static String withoutBracket(String operand, String close) throws ConfigurationException {
        if (close.equals(">") && !operand.isEmpty()) {
            return operand;
        }
        if (!operand.endsWith(">")) {
            throw new ConfigurationException(null, "<IfVersion> directive missing closing '>'");
        }
        return operand.substring(0, operand.length() - 1);
    }

    boolean holds(String version) throws ConfigurationException {
        return matches(version) != negated;
    }

    private boolean matches(String version) throws ConfigurationException {
        if (comparison == '~') {
            return regex(version, operand);
        }
        if (comparison == '=' && operand.startsWith("/")) {
            if (operand.length() < 2 || !operand.endsWith("/")) {
                throw new ConfigurationException(null, "Missing delimiting / of regular expression.");
            }
            return regex(version, operand.substring(1, operand.length() - 1));
        }
        int order = compare(numbers(version), numbers(operand));
        return switch (comparison) {
            case '<' -> order < 0 || orEqual && order == 0;
            case '>' -> order > 0 || orEqual && order == 0;
            default -> order == 0;
        };
    }

    private static boolean regex(String version, String pattern) throws ConfigurationException {
        try {
            return Pcre.compile(pattern).matches(version);
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(null, "Unable to compile regular expression");
        }
    }

    private static int compare(int[] left, int[] right) {
        for (int i = 0; i < left.length; i++) {
            if (left[i] != right[i]) {
                return Integer.compare(left[i], right[i]);
            }
        }
        return 0;
    }

    private static int[] numbers(String version) throws ConfigurationException {
        int[] numbers = new int[3];
        int count = 0;
        int value = -1;
        for (int i = 0; i <= version.length(); i++) {
            char c = i < version.length() ? version.charAt(i) : '.';
            if (c >= '0' && c <= '9') {
                value = Math.max(value, 0) * 10 + (c - '0');
            } else if (c == '.' && value >= 0 && count < numbers.length) {
                numbers[count++] = value;
                value = -1;
            } else {
                throw new ConfigurationException(null, INVALID);
            }
        }
        return numbers;
    }
}
