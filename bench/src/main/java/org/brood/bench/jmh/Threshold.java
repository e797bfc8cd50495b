package org.brood.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code bench/thresholds.txt}: the most that a benchmark may cost.
 *
 * @param benchmark Class.method, as JMH names it without the package
 * @param nanos time per operation, in nanoseconds
 * @param bytes allocation per operation, in bytes
 */
record Threshold(String benchmark, double nanos, double bytes) {

    /** Reads the file's lines: a name, nanoseconds, bytes; {@code #} begins a comment. */
    static List<Threshold> parse(List<String> lines) {
        List<Threshold> thresholds = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String text = lines.get(number - 1).replaceFirst("#.*", "").strip();
            if (!text.isEmpty()) {
                thresholds.add(parseLine(text, number));
            }
        }
        return List.copyOf(thresholds);
    }

    private static Threshold parseLine(String text, int number) {
        String[] words = text.split("\\s+");
        if (words.length != 3) {
            throw new IllegalArgumentException(
                    "line " + number + ": expected a benchmark, nanoseconds and bytes, found: " + text);
        }
        try {
            return new Threshold(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2]));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("line " + number + ": not a number in: " + text, notANumber);
        }
    }

    /** What is wrong with this measurement, in words, or nothing when it keeps within both bounds. */
    Optional<String> complaint(double measuredNanos, double measuredBytes) {
        if (measuredNanos > nanos) {
            return Optional.of("%s takes %.1f ns, allowed are %.1f".formatted(benchmark, measuredNanos, nanos));
        }
        if (measuredBytes > bytes) {
            return Optional.of("%s allocates %.0f bytes, allowed are %.0f".formatted(benchmark, measuredBytes, bytes));
        }
        return Optional.empty();
    }
}
