package org.brood.conformance.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.brood.conformance.differential.Case.Block;
import org.brood.conformance.differential.Case.Pace;

/**
 * Reads cases from plain files.
 *
 * <pre>
 * === name                     begins a case; comment lines (#) may stand before the first one or right below it
 * GET / HTTP/1.1               bytes to send, each line with CRLF behind it; \r \n \t \0 \\ \xHH are escapes,
 * Host: localhost              and \c at a line's end means that nothing follows it
 *
 * ++                           the next request, sent together with the one before
 * --                           the next request, sent when the one before has been answered
 * -- continue                  the body of the request before, sent when an interim answer has come
 * -- end                       the client closes its side behind the bytes before
 * ::: one | two                the lines above are a pattern: used once for every such line, {1} and {2} (or {}) filled
 *                              in; blanks around the values do not count, so a wanted one is written \\x20
 * </pre>
 */
public final class CaseFile {

    private static final String NAME = "=== ";
    private static final String ROW = "::: ";

    private final List<Case> cases = new ArrayList<>();
    private String name = "";
    private List<String> lines = new ArrayList<>();

    private CaseFile() {}

    /** All cases of all {@code *.txt} files in a folder, file by file in the order of their names. */
    public static List<Case> readFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> read(Path file) {
        try {
            String group = file.getFileName().toString().replace(".txt", "");
            return parse(group, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param group stands before each case's name, with a slash between */
    public static List<Case> parse(String group, String text) {
        CaseFile reader = new CaseFile();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(NAME)) {
                reader.finish();
                reader.name = group + "/" + line.substring(NAME.length()).strip();
                reader.lines = new ArrayList<>();
            } else if (!(line.startsWith("#") && reader.lines.isEmpty())) {
                reader.lines.add(line);
            }
        }
        if (!reader.lines.isEmpty() && reader.lines.getLast().isEmpty()) {
            reader.lines.removeLast(); // the file's last line end
        }
        reader.finish();
        return List.copyOf(reader.cases);
    }

    private void finish() {
        if (name.isEmpty()) {
            return;
        }
        List<String> rows = lines.stream().filter(line -> line.startsWith(ROW)).toList();
        List<String> pattern =
                lines.stream().takeWhile(line -> !line.startsWith(ROW)).toList();
        if (rows.isEmpty()) {
            cases.add(new Case(name, blocks(pattern)));
        }
        for (String row : rows) {
            String[] values = row.substring(ROW.length()).split(" \\| ", -1);
            String title = name.contains("{") ? fill(name, values) : name + " " + row.substring(ROW.length());
            cases.add(new Case(
                    title,
                    blocks(pattern.stream().map(line -> fill(line, values)).toList())));
        }
    }

    private static String fill(String line, String[] values) {
        String filled = line.replace("{}", values[0].strip());
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + (i + 1) + "}", values[i].strip());
        }
        return filled;
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder octets = new StringBuilder();
        Pace pace = Pace.AFTER_ANSWER;
        for (String line : lines) {
            switch (line) {
                case "++" -> {
                    blocks.add(block(octets, pace));
                    pace = Pace.WITH_PREVIOUS;
                }
                case "--" -> {
                    blocks.add(block(octets, pace));
                    pace = Pace.AFTER_ANSWER;
                }
                case "-- continue" -> {
                    blocks.add(block(octets, pace));
                    pace = Pace.AFTER_INTERIM;
                }
                case "-- end" -> {
                    blocks.add(new Block(block(octets, pace).octets(), pace, true));
                    return List.copyOf(blocks);
                }
                default -> octets.append(Escapes.line(line));
            }
        }
        blocks.add(block(octets, pace));
        return List.copyOf(blocks);
    }

    private static Block block(StringBuilder octets, Pace pace) {
        Block block = new Block(octets.toString(), pace, false);
        octets.setLength(0);
        return block;
    }
}
