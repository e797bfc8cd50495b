package org.brood.conformance.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The error log of a server under test.
 *
 * @param file need not exist yet
 */
public record ErrorLog(Path file) {

    private static final Pattern ALARMING = Pattern.compile("\\[[^\\]:]*:?(warn|error|crit|alert|emerg)\\]");

    public String text() {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    /** Lines of level warn and worse that match none of {@code expected}. */
    public List<String> unexpected(List<Pattern> expected) {
        return lines().stream()
                .filter(line -> ALARMING.matcher(line).find())
                .filter(line -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(line).find()))
                .toList();
    }

    public boolean says(String words) {
        return text().contains(words);
    }
}
