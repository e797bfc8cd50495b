package org.brood.protocol.http1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One case of the corpus: octets, and the story that a {@link Conversation} tells of them. The files are text, one key a line:
 *
 * <pre>
 *   == name
 *   why: the RFC's section or httpd's behaviour that decides
 *   with: unsafe registered http10 line=N fields=N size=N body=N      (what differs from httpd's defaults)
 *   send: octets, escaped as in {@link Escapes}; several lines are joined
 *   then: end                                                         (the client ends its side)
 *   want: an event of the story; header fields are compared only if one is given
 *   jetty: how and why jetty-http's parser differs
 * </pre>
 */
record CorpusCase(
        String name, String why, Http1Rules rules, byte[] octets, boolean ends, List<String> want, String jetty) {

    boolean defaultRules() {
        return rules.equals(Http1Rules.DEFAULTS);
    }

    /** The story as far as this case compares it. */
    List<String> comparable(List<String> story) {
        boolean fields = want.stream().anyMatch(event -> event.startsWith("field "));
        return story.stream()
                .filter(event -> fields || !event.startsWith("field "))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    static List<CorpusCase> all() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(CorpusCase.class.getResource("/corpus")).toURI()))) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CorpusCase> read(Path file) {
        String topic = file.getFileName().toString().replace(".txt", "");
        try {
            List<CorpusCase> cases = new ArrayList<>();
            for (String block : Files.readString(file).split("(?m)^== ")) {
                if (!block.startsWith("#")) {
                    cases.add(parse(topic, block));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusCase parse(String topic, String block) {
        List<String> lines = block.lines().toList();
        return new CorpusCase(
                topic + "/" + lines.getFirst(),
                String.join("", values(lines, "why")),
                rules(String.join(" ", values(lines, "with"))),
                Escapes.decode(String.join("", values(lines, "send"))),
                values(lines, "then").contains("end"),
                values(lines, "want"),
                String.join("", values(lines, "jetty")));
    }

    private static List<String> values(List<String> lines, String key) {
        String prefix = key + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private static Http1Rules rules(String words) {
        Http1Rules rules = Http1Rules.DEFAULTS;
        for (String word : words.split(" ")) {
            rules = rule(rules, word);
        }
        return rules;
    }

    private static Http1Rules rule(Http1Rules r, String word) {
        String key = word.replaceAll("=.*", "");
        int n = word.contains("=") ? Integer.parseInt(word.replaceAll(".*=", "")) : 0;
        int line = r.limitRequestLine();
        int fields = r.limitRequestFields();
        int size = r.limitRequestFieldSize();
        long body = r.limitRequestBody();
        return switch (key) {
            case "" -> r;
            case "unsafe" -> r.withProtocolOptions(false, r.registeredMethods(), r.http09());
            case "registered" -> r.withProtocolOptions(r.strict(), true, r.http09());
            case "http10" -> r.withProtocolOptions(r.strict(), r.registeredMethods(), false);
            case "line" -> r.withLimits(n, fields, size, body);
            case "fields" -> r.withLimits(line, n, size, body);
            case "size" -> r.withLimits(line, fields, n, body);
            case "body" -> r.withLimits(line, fields, size, n);
            default -> throw new IllegalArgumentException("unknown rule " + word);
        };
    }
}
