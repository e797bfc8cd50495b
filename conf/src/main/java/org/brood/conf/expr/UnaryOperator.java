package org.brood.conf.expr;

import org.jspecify.annotations.Nullable;

/** Operators of one word; {@code -R} is not among them, for its word is constant. */
enum UnaryOperator {
    FILLED("n", false),
    EMPTY("z", false),
    TRUE_WORD("T", false),
    DIRECTORY("d", true),
    EXISTS("e", true),
    FILE("f", true),
    FILLED_FILE("s", true),
    LINK("L", true),
    LINK_TOO("h", true),
    EXECUTABLE("x", true),
    REACHABLE_FILE("F", false),
    REACHABLE_URL("U", false),
    REACHABLE_URL_TOO("A", false);

    private final String letter;
    private final boolean files;

    UnaryOperator(String letter, boolean files) {
        this.letter = letter;
        this.files = files;
    }

    static @Nullable UnaryOperator of(String letter) {
        for (UnaryOperator operator : values()) {
            if (operator.letter.equals(letter)) {
                return operator;
            }
        }
        return null;
    }

    boolean looksAtFiles() {
        return files;
    }

    boolean holds(Evaluation evaluation, String word) {
        return switch (this) {
            case FILLED -> !word.isEmpty();
            case EMPTY -> word.isEmpty();
            case TRUE_WORD -> isTrue(word);
            case DIRECTORY -> FileFacts.isDirectory(word);
            case EXISTS -> FileFacts.exists(word);
            case FILE -> FileFacts.isFile(word);
            case FILLED_FILE -> FileFacts.isFilledFile(word);
            case LINK, LINK_TOO -> FileFacts.isLink(word);
            case EXECUTABLE -> FileFacts.isExecutable(word);
            case REACHABLE_FILE -> evaluation.context().isReachableFile(word);
            case REACHABLE_URL, REACHABLE_URL_TOO -> evaluation.context().isReachableUrl(word);
        };
    }

    private static boolean isTrue(String word) {
        return !word.isEmpty()
                && !word.equals("0")
                && !word.equalsIgnoreCase("off")
                && !word.equalsIgnoreCase("no")
                && !word.equalsIgnoreCase("false");
    }
}
