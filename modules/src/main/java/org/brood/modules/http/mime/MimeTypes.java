package org.brood.modules.http.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brood.conf.SettingsKey;
import org.brood.modules.text.Words;

/** A {@code mime.types} file: on each line a type and the extensions that mean it. */
record MimeTypes(Map<String, String> byExtension) {
    /** No TypesConfig was given: the default file of the server root is read then. */
    static final MimeTypes UNSET = new MimeTypes(Map.of());

    static final SettingsKey<MimeTypes> KEY = SettingsKey.server(
            "mime-types", UNSET, (outer, inner) -> inner.byExtension().isEmpty() ? outer : inner);

    static MimeTypes read(Path file) throws IOException {
        Map<String, String> types = new HashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            if (line.startsWith("#")) {
                continue;
            }
            List<String> words = Words.of(line);
            for (String extension : words.subList(Math.min(1, words.size()), words.size())) {
                types.put(extension.toLowerCase(Locale.ROOT), words.getFirst());
            }
        }
        return new MimeTypes(Map.copyOf(types));
    }
}
