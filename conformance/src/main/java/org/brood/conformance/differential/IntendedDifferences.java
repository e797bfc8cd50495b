package org.brood.conformance.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The differences that we want. Each is four lines of a file: {@code = name}, {@code cases: regex}, {@code line: regex} and
 * {@code why: text}. Lines of a record that match are left out on both sides, in the cases that match.
 */
final class IntendedDifferences {

    /** One explained difference. */
    record Rule(String name, Pattern cases, Pattern line, String why) {}

    private final List<Rule> rules;
    private final Set<String> used = new HashSet<>();

    private IntendedDifferences(List<Rule> rules) {
        this.rules = rules;
    }

    static IntendedDifferences none() {
        return new IntendedDifferences(List.of());
    }

    static IntendedDifferences read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i + 3 < lines.size(); i += 4) {
                rules.add(new Rule(
                        after("= ", lines.get(i)),
                        Pattern.compile(after("cases: ", lines.get(i + 1))),
                        Pattern.compile(after("line: ", lines.get(i + 2))),
                        after("why: ", lines.get(i + 3))));
            }
            return new IntendedDifferences(List.copyOf(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String after(String key, String line) {
        if (!line.startsWith(key)) {
            throw new IllegalStateException("expected a line that begins with '" + key + "': " + line);
        }
        return line.substring(key.length());
    }

    List<Rule> rules() {
        return rules;
    }

    /** Rules that left out nothing so far. */
    List<Rule> unused() {
        return rules.stream().filter(rule -> !used.contains(rule.name())).toList();
    }

    List<String> without(String caseName, List<String> record) {
        List<String> rest = record;
        for (Rule rule : rules) {
            if (rule.cases().matcher(caseName).find()) {
                List<String> kept = rest.stream()
                        .filter(line -> !rule.line().matcher(line).find())
                        .toList();
                if (kept.size() < rest.size()) {
                    used.add(rule.name());
                }
                rest = kept;
            }
        }
        return rest;
    }
}
