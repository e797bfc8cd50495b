package org.brood.conf.tree;

/**
 * A line of {@code -D DUMP_INCLUDES}.
 *
 * @param depth 0 for the main file
 * @param line of the Include that named it, 0 for the main file
 */
public record IncludedFile(int depth, int line, String file) {

    /** As httpd prints it: two blanks per level, {@code (*)} or {@code (line)}, the name. */
    @Override
    public String toString() {
        return "  ".repeat(depth + 1) + "(" + (line == 0 ? "*" : String.valueOf(line)) + ") " + file;
    }
}
