package org.brood.modules.mappers.rewrite;

import org.brood.conf.match.Pcre;
import org.jspecify.annotations.Nullable;

/** What a condition asks of its expanded input. */
sealed interface Test {

    /** A regular expression; its captures are {@code %0} to {@code %9}. */
    record Matches(Pcre pattern) implements Test {}

    record Holds(org.brood.conf.expr.Condition expression) implements Test {}

    record OfFile(FileFact fact) implements Test {}

    /** {@code <text}, {@code >=text} ...: the longer text is the greater. */
    record Text(Relation relation, String than, boolean caseBlind) implements Test {}

    /** {@code -lt number} ... */
    record Number(Relation relation, int than) implements Test {}

    /** What {@code -f} and its relatives ask. */
    enum FileFact {
        FILE,
        NOT_EMPTY,
        LINK,
        DIRECTORY,
        EXECUTABLE,
        REACHABLE_URL,
        REACHABLE_FILE
    }

    /** Where one value stands to another. */
    enum Relation {
        LESS,
        AT_MOST,
        EQUAL,
        AT_LEAST,
        MORE;

        boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case EQUAL -> comparison == 0;
                case AT_LEAST -> comparison >= 0;
                case MORE -> comparison > 0;
            };
        }
    }

    /** @return null when the pattern is a regular expression */
    static @Nullable Test named(String pattern, boolean caseBlind) {
        return switch (pattern.charAt(0)) {
            case '-' -> pattern.length() == 2 ? ofFile(pattern.charAt(1)) : number(pattern);
            case '<' -> text(pattern, Relation.LESS, Relation.AT_MOST, caseBlind);
            case '>' -> text(pattern, Relation.MORE, Relation.AT_LEAST, caseBlind);
            case '=' -> new Text(Relation.EQUAL, pattern.equals("=\"\"") ? "" : pattern.substring(1), caseBlind);
            default -> null;
        };
    }

    private static @Nullable Test ofFile(char letter) {
        FileFact fact = switch (letter) {
            case 'f' -> FileFact.FILE;
            case 's' -> FileFact.NOT_EMPTY;
            case 'd' -> FileFact.DIRECTORY;
            case 'x' -> FileFact.EXECUTABLE;
            case 'h', 'l', 'L' -> FileFact.LINK;
            case 'U' -> FileFact.REACHABLE_URL;
            case 'F' -> FileFact.REACHABLE_FILE;
            default -> null;
        };
        return fact == null ? null : new OfFile(fact);
    }

    private static @Nullable Test number(String pattern) {
        if (pattern.length() < 4) {
            return null;
        }
        Relation relation = switch (pattern.substring(0, 3)) {
            case "-lt" -> Relation.LESS;
            case "-le" -> Relation.AT_MOST;
            case "-eq" -> Relation.EQUAL;
            case "-ge" -> Relation.AT_LEAST;
            case "-gt" -> Relation.MORE;
            default -> null;
        };
        return relation == null ? null : new Number(relation, integer(pattern.substring(3)));
    }

    private static Test text(String pattern, Relation alone, Relation withEqual, boolean caseBlind) {
        boolean equal = pattern.charAt(1) == '=';
        return new Text(equal ? withEqual : alone, pattern.substring(equal ? 2 : 1), caseBlind);
    }

    /** As atoi(3) reads it. */
    static int integer(String text) {
        String digits = text.strip().replaceFirst("^([-+]?[0-9]{1,9}).*$", "$1");
        return digits.matches("[-+]?[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
