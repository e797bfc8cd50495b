package org.brood.modules.generators.autoindex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brood.api.Exchange;
import org.brood.modules.text.Escapes;
import org.brood.modules.text.FileNames;
import org.brood.modules.text.Glob;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a directory holds that may be shown: each name is looked up as a request for it would be, and what would
 * be refused is left out.
 */
final class Gatherer {
    private static final int TITLE_SEARCH = 8191;

    private final Exchange exchange;
    private final IndexSettings settings;
    private final ListingQuery query;
    private final String directory;

    /** @param directory the file name, with a slash at the end */
    Gatherer(Exchange exchange, IndexSettings settings, ListingQuery query, String directory) {
        this.exchange = exchange;
        this.settings = settings;
        this.query = query;
        this.directory = directory;
    }

    /** @throws IOException if the directory cannot be read */
    List<Entry> gather() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(FileNames.path(directory))) {
            stream.forEach(path -> names.add(FileNames.octets(path.getFileName().toString())));
        }
        List<Entry> entries = new ArrayList<>();
        Entry parent = parent();
        if (parent != null) {
            entries.add(parent);
        }
        for (String name : names) {
            Entry entry = entry(name);
            if (entry != null) {
                entries.add(entry);
            }
        }
        entries.sort(Entry.order(query.key(), query.direction(), query.options()));
        return entries;
    }

    private boolean has(IndexOption option) {
        return query.options().contains(option);
    }

    private boolean isIgnored(String path) {
        return settings.ignored().stream().anyMatch(label -> label.ignores(path));
    }

    private @Nullable Entry parent() {
        String uri = exchange.resource().uri();
        String path = directory + "..";
        if (uri.equals("/") || isIgnored(path)) {
            return null;
        }
        String up = uri.substring(0, uri.lastIndexOf('/', uri.length() - 2) + 1);
        if (!has(IndexOption.FANCY_INDEXING)) {
            return new Entry(up, null, null, null, -1, -1, false);
        }
        String icon = or(Label.find(settings.icons(), path), Label.find(settings.icons(), Label.DIRECTORY));
        String alternative =
                or(Label.find(settings.alternatives(), path), Label.find(settings.alternatives(), Label.DIRECTORY));
        String description = Description.find(settings.descriptions(), path);
        return new Entry(up, icon, alternative == null ? "PARENTDIR" : alternative, description, -1, -1, false);
    }

    private @Nullable Entry entry(String name) throws IOException {
        String pattern = query.pattern();
        boolean unwanted =
                pattern != null && (!Glob.matches(pattern, name) || name.startsWith(".") && !pattern.startsWith("."));
        if (unwanted || isIgnored(directory + name)) {
            return null;
        }
        Exchange found = exchange.lookup(Escapes.path(name).replace("?", "%3f"));
        if (!isShown(found)) {
            return null;
        }
        boolean isDirectory = exchange.files().status(directory + name).isDirectory();
        String shown = isDirectory ? name + "/" : name;
        if (!has(IndexOption.FANCY_INDEXING) && !has(IndexOption.HTML_TABLE)) {
            return new Entry(shown, null, null, null, -1, -1, false);
        }
        return isDirectory ? folder(shown, name, found) : file(shown, name, found);
    }

    private boolean isShown(Exchange found) {
        int status = found.response().status();
        boolean forbidden = has(IndexOption.SHOW_FORBIDDEN) && (status == 401 || status == 403);
        boolean good = status >= 200 && status < 400;
        boolean kind =
                found.resource().status().isFile() || found.resource().status().isDirectory();
        return kind && (good || forbidden);
    }

    private Entry folder(String shown, String name, Exchange found) {
        String path = directory + name;
        String icon = or(Label.find(settings.icons(), path), Label.find(settings.icons(), Label.DIRECTORY));
        String alternative =
                or(Label.find(settings.alternatives(), path), Label.find(settings.alternatives(), Label.DIRECTORY));
        return new Entry(
                shown,
                icon,
                alternative == null ? "DIR" : alternative,
                Description.find(settings.descriptions(), path),
                -1,
                found.resource().status().modifiedMicros(),
                has(IndexOption.FOLDERS_FIRST));
    }

    private Entry file(String shown, String name, Exchange found) throws IOException {
        String path = directory + name;
        String type = bare(found.response().contentType());
        String encoding = found.resource().contentEncoding();
        String description = Description.find(settings.descriptions(), path);
        if (description == null && has(IndexOption.SCAN_HTML_TITLES)) {
            description = title(found, type);
        }
        return new Entry(
                shown,
                Label.find(settings.icons(), path, type, encoding),
                Label.find(settings.alternatives(), path, type, encoding),
                description,
                found.resource().status().size(),
                found.resource().status().modifiedMicros(),
                false);
    }

    static @Nullable String bare(@Nullable String type) {
        int parameters = type == null ? -1 : type.indexOf(';');
        return type == null || parameters < 0
                ? type
                : type.substring(0, parameters).stripTrailing();
    }

    private static @Nullable String title(Exchange found, @Nullable String type) throws IOException {
        boolean html =
                type != null && Set.of("text/html", "application/xhtml+xml").contains(type);
        String filename = found.resource().filename();
        if (!html || filename == null || found.resource().contentEncoding() != null) {
            return null;
        }
        try (InputStream file = Files.newInputStream(FileNames.path(filename))) {
            String head = new String(file.readNBytes(TITLE_SEARCH), StandardCharsets.ISO_8859_1);
            int start = head.toLowerCase(Locale.ROOT).indexOf("<title>");
            if (start < 0) {
                return null;
            }
            int end = head.indexOf('<', start + 7);
            String text = head.substring(start + 7, end < 0 ? head.length() : end);
            return text.replaceAll("^[\\r\\n]+", "").replace('\r', ' ').replace('\n', ' ');
        }
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
