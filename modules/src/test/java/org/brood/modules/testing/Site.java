package org.brood.modules.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brood.api.Exchange;
import org.brood.api.FileStatus;
import org.brood.api.Files;
import org.brood.api.Module;
import org.brood.api.Verdict;
import org.brood.api.VirtualHost;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ModuleSpec;
import org.brood.conf.Settings;
import org.brood.conf.read.ConfigurationReader;
import org.brood.conf.read.ServerConfiguration;
import org.brood.conf.section.Section;
import org.brood.conf.section.Sections;
import org.brood.conf.tree.ReaderOptions;
import org.brood.modules.text.UrlText;
import org.jspecify.annotations.Nullable;

/**
 * Modules with a configuration, and files that exist only here. Sections are all the same place: what stands in {@code
 * <Location>} holds for every exchange.
 */
public final class Site implements VirtualHost, Files {
    public final TestHooks hooks = new TestHooks();
    public final List<String> warnings = new ArrayList<>();
    private final List<ModuleSpec> specs = new ArrayList<>();
    private final Map<String, FileStatus> files = new HashMap<>();
    private final Path root;
    private Settings server = Settings.EMPTY;
    private Settings directory = Settings.EMPTY;

    private Site(Path root, Module... modules) {
        this.root = root;
        for (Module module : modules) {
            specs.add(new ModuleSpec(module.source(), module.name(), true, module.directives()));
            module.register(hooks);
        }
    }

    public static Site of(Module... modules) {
        return new Site(Path.of("/srv"), modules);
    }

    public static Site at(Path root, Module... modules) {
        return new Site(root, modules);
    }

    /** Reads these lines as the whole configuration, with the real reader. */
    public Site configure(String lines) throws ConfigurationException {
        ServerConfiguration read = read(lines);
        server = read.main().settings();
        directory = read.main().sections().defaults();
        for (Section section : server.get(Sections.DIRECTORIES)) {
            directory = directory.overlaidBy(section.settings());
        }
        for (Section section : server.get(Sections.LOCATIONS)) {
            directory = directory.overlaidBy(section.settings());
        }
        return this;
    }

    private ServerConfiguration read(String lines) throws ConfigurationException {
        try {
            Path file = java.nio.file.Files.createTempFile("site", ".conf");
            try {
                java.nio.file.Files.writeString(file, lines + "\n");
                ReaderOptions options =
                        ReaderOptions.of(root, "2.4.66", (id, text) -> warnings.add(warning(id, text, file)));
                return new ConfigurationReader(specs, options).read(file);
            } finally {
                java.nio.file.Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String warning(String id, String text, Path file) {
        return id + ": " + text.replace(file.toString(), "/etc/httpd.conf");
    }

    public Site file(String name, FileStatus status) {
        files.put(name, status);
        return this;
    }

    public Site file(String name) {
        return file(name, new FileStatus(FileStatus.Kind.FILE, 10, 0, 1, 1, 0644, 0, 0, 0));
    }

    public Site folder(String name) {
        return file(name, new FileStatus(FileStatus.Kind.DIRECTORY, 4096, 0, 2, 1, 0755, 0, 0, 0));
    }

    /** An exchange for a target, mapped under {@code /srv/htdocs}. */
    public TestExchange get(String target) {
        TestExchange exchange = new TestExchange(this);
        exchange.request.target = target;
        map(exchange, target);
        return exchange;
    }

    private void map(TestExchange exchange, String target) {
        int query = target.indexOf('?');
        String raw = query < 0 ? target : target.substring(0, query);
        String path = exchange.parent == null ? raw : java.util.Objects.requireNonNull(UrlText.decoded(raw));
        exchange.resource.uri(path);
        exchange.resource.query(query < 0 ? null : target.substring(query + 1));
        String file = documentRoot() + path.replaceAll("/$", "");
        exchange.resource.filename(file);
        exchange.resource.status(status(file));
    }

    TestExchange lookup(TestExchange from, String uri) {
        TestExchange exchange = new TestExchange(this);
        String base = from.resource.uri();
        exchange.parent = from;
        map(exchange, uri.startsWith("/") ? uri : base.substring(0, base.lastIndexOf('/') + 1) + uri);
        exchange.directory = from.directory;
        exchange.request.fields.clear();
        from.request.fields.forEach(exchange.request.fields::add);
        if (!exchange.resource.status().exists()) {
            exchange.response.status(404);
        }
        run(exchange, "typeChecker");
        return exchange;
    }

    /** Runs all hooks of a phase until one gives a status, which becomes the exchange's. */
    public Verdict run(TestExchange exchange, String phase) {
        Verdict last = Verdict.DECLINED;
        try {
            for (var hook : hooks.of(phase)) {
                Verdict verdict = hook.run(exchange);
                last = verdict.equals(Verdict.DECLINED) ? last : verdict;
                if (verdict.isStatus()) {
                    exchange.response.status(verdict.code());
                    return verdict;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return last;
    }

    @Override
    public FileStatus status(String file) {
        return files.getOrDefault(file, FileStatus.absent(2));
    }

    @Override
    public FileStatus linkStatus(String file) {
        return status(file);
    }

    @Override
    public Settings settings() {
        return server;
    }

    public Settings directory() {
        return directory;
    }

    @Override
    public String name() {
        return "www.example.com";
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public String admin() {
        return "admin@example.com";
    }

    @Override
    public Path documentRoot() {
        return root.resolve("htdocs");
    }

    @Override
    public String software() {
        return "Apache";
    }

    @Override
    public String signature(String prefix, Exchange exchange) {
        return prefix + "<address>Apache Server at www.example.com Port 80</address>\n";
    }

    @Override
    public long timeoutMillis() {
        return 60_000;
    }

    @Override
    public Path serverRoot() {
        return root;
    }

    @Override
    public @Nullable String definedAt() {
        return null;
    }
}
