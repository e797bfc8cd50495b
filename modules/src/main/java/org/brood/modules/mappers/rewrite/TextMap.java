package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.brood.api.Exchange;
import org.brood.api.FileStatus;
import org.brood.api.LogLevel;
import org.brood.modules.text.Words;
import org.jspecify.annotations.Nullable;

/** A file of keys and values, a pair on each line ({@code txt:}, {@code rnd:}). Read again when the file has changed. */
final class TextMap implements RewriteMap {
    private record Content(FileStatus status, Map<String, String> values) {}

    private final Path file;
    private final boolean random;
    private volatile @Nullable Content content;

    /** @param random whether a value is a choice between several, with bars between them */
    TextMap(Path file, boolean random) {
        this.file = file;
        this.random = random;
    }

    @Override
    public @Nullable String lookup(Exchange exchange, String key) {
        FileStatus status = exchange.files().status(file.toString());
        Content known = content;
        if (known == null || !known.status.equals(status)) {
            known = new Content(status, read(exchange));
            content = known;
        }
        String value = known.values.get(key);
        if (value == null || !random) {
            return value;
        }
        exchange.neverReplay();
        String[] choices = value.split("\\|", -1);
        return choices[ThreadLocalRandom.current().nextInt(choices.length)];
    }

    private Map<String, String> read(Exchange exchange) {
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                List<String> words = line.startsWith("#") ? List.of() : Words.of(line);
                if (words.size() > 1) {
                    values.putIfAbsent(words.getFirst(), words.get(1));
                }
            }
        } catch (IOException unreadable) {
            exchange.log("rewrite").log(
                    LogLevel.ERROR, "AH00656", "mod_rewrite: can't access text RewriteMap file " + file);
        }
        return values;
    }
}
