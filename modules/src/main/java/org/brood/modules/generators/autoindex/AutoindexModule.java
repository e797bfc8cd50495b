package org.brood.modules.generators.autoindex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.brood.api.Body;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.Html;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.Option;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;
import org.brood.modules.text.FileNames;
import org.brood.protocol.http.HttpDate;
import org.jspecify.annotations.Nullable;

/** mod_autoindex: answers for a directory that no index file stands for, where Options Indexes lets it. */
public final class AutoindexModule implements Module {
    private static final String DIRECTORY = "httpd/unix-directory";

    @Override
    public String name() {
        return "autoindex_module";
    }

    @Override
    public String source() {
        return "mod_autoindex.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return IndexDirectives.all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.handler(Position.MIDDLE, AutoindexModule::handle);
    }

    private static Verdict handle(Exchange exchange) throws IOException {
        String handler = exchange.resource().handler();
        boolean ours = handler == null || handler.equals(DIRECTORY) || handler.equals("default-handler");
        String method = exchange.request().method();
        boolean isGet = method.equals("GET") || method.equals("HEAD");
        if (!ours || !exchange.resource().status().isDirectory() || !isGet) {
            return Verdict.DECLINED;
        }
        if (exchange.allows(Option.INDEXES)) {
            exchange.neverReplay();
            exchange.request().discardBody();
            return list(exchange);
        }
        String tried = exchange.notes().get("dir-index-names");
        exchange.log("autoindex").log(
                LogLevel.ERROR,
                "AH01276",
                "Cannot serve directory " + exchange.resource().filename()
                        + ": No matching DirectoryIndex (" + (tried == null ? "none" : tried)
                        + ") found, and server-generated directory index forbidden by Options directive");
        return Verdict.status(403);
    }

    private static Verdict list(Exchange exchange) throws IOException {
        IndexSettings settings = exchange.settings(IndexSettings.KEY);
        ListingQuery query = ListingQuery.read(exchange.resource().query(), settings);
        String filename = String.valueOf(exchange.resource().filename());
        String directory = filename.endsWith("/") ? filename : filename + "/";
        if (!Files.isReadable(FileNames.path(directory))) {
            exchange.log("autoindex").log(LogLevel.ERROR, "AH01275", "Can't open directory for index: " + directory);
            return Verdict.status(403);
        }
        exchange.response().contentType(contentType(settings.looks()));
        if (query.options().contains(IndexOption.TRACK_MODIFIED)) {
            validators(exchange);
        }
        if (!exchange.request().isHead()) {
            List<Entry> entries = new Gatherer(exchange, settings, query, directory).gather();
            String page = head(exchange, settings, query)
                    + Page.render(settings, query, entries)
                    + tail(exchange, settings, query);
            exchange.response().body(new Body.Bytes(page.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return Verdict.OK;
    }

    private static String contentType(Looks looks) {
        String type = looks.type() == null ? "text/html" : looks.type();
        String charset = looks.charset() == null ? "ISO-8859-1" : looks.charset();
        return charset.isEmpty() ? type : type + ";charset=" + charset;
    }

    private static void validators(Exchange exchange) {
        var status = exchange.resource().status();
        String modified = HttpDate.format(Math.floorDiv(status.modifiedMicros(), 1_000_000L));
        exchange.response().headers().set("Last-Modified", modified);
        String tag = Long.toHexString(status.size()) + "-" + Long.toHexString(status.modifiedMicros());
        exchange.response().headers().set("ETag", "\"" + tag + "\"");
    }

    private static String head(Exchange exchange, IndexSettings settings, ListingQuery query) throws IOException {
        Looks looks = settings.looks();
        String title = Html.escape(exchange.resource().uri());
        while (title.length() > 1 && title.endsWith("/")) {
            title = title.substring(0, title.length() - 1);
        }
        String preamble = preamble(looks, query.options(), title);
        Insert insert = insert(exchange, looks.header(), true);
        if (insert == null) {
            String id = looks.styleSheet() == null ? "<h1>" : "  <h1 id=\"indextitle\">";
            return preamble + id + "Index of " + title + "</h1>\n";
        }
        boolean bare = insert.html() && query.options().contains(IndexOption.SUPPRESS_HTML_PREAMBLE);
        return (bare ? "" : preamble) + insert.text();
    }

    private static String preamble(Looks looks, Set<IndexOption> options, String title) {
        boolean xhtml = options.contains(IndexOption.XHTML);
        String start = xhtml
                ? "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\"\n"
                        + "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n"
                        + "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n"
                : "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">\n<html>\n";
        String style = looks.styleSheet() == null
                ? ""
                : "  <link rel=\"stylesheet\" href=\"" + looks.styleSheet() + "\" type=\"text/css\""
                        + (xhtml ? " />\n" : ">\n");
        String more = looks.headInsert() == null ? "" : looks.headInsert();
        return start + " <head>\n  <title>Index of " + title + "</title>\n" + style + more + " </head>\n <body>\n";
    }

    private static String tail(Exchange exchange, IndexSettings settings, ListingQuery query) throws IOException {
        Insert insert = insert(exchange, settings.looks().readme(), false);
        String end = "</body></html>\n";
        if (insert == null) {
            return exchange.virtualHost().signature("", exchange) + end;
        }
        boolean bare = insert.html() && query.options().contains(IndexOption.SUPPRESS_HTML_PREAMBLE);
        return insert.text() + (bare ? "" : end);
    }

    /** A header or readme file as it goes into the page. */
    private record Insert(String text, boolean html) {}

    private static @Nullable Insert insert(Exchange exchange, @Nullable String name, boolean withQuery)
            throws IOException {
        if (name == null) {
            return null;
        }
        String query = exchange.resource().query();
        Exchange found = exchange.lookup(withQuery && query != null ? name + "?" + query : name);
        String file = found.resource().filename();
        String type = Gatherer.bare(found.response().contentType());
        boolean good =
                found.response().status() == 200 && found.resource().status().isFile();
        if (!good || file == null || type == null || !type.startsWith("text/") && !isHtml(type)) {
            return null;
        }
        String text = Files.readString(FileNames.path(file), StandardCharsets.ISO_8859_1);
        if (isHtml(type)) {
            return new Insert(text, true);
        }
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return new Insert("<pre>\n" + escaped + "</pre>\n", false);
    }

    private static boolean isHtml(String type) {
        return type.equalsIgnoreCase("text/html") || type.equalsIgnoreCase("application/xhtml+xml");
    }
}
