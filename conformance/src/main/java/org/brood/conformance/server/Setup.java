package org.brood.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A ServerRoot in the making: {@code conf/httpd.conf}, {@code htdocs} and {@code logs} in a folder of its own. Directives
 * may name {@code @root@}, {@code @address@}, {@code @port@} and {@code @port2@}.
 */
public final class Setup {

    private static final List<String> MODULES = List.of("authz_core", "dir", "mime", "status");

    private final Product product;
    private final Mpm mpm;
    private final Path root;
    private final List<Integer> ports = new ArrayList<>(FreePorts.take(2));
    private final List<String> modules = new ArrayList<>(MODULES);
    private final StringBuilder directives = new StringBuilder();
    private String address = "127.0.0.1";

    private Setup(Product product, Mpm mpm) {
        this.product = product;
        this.mpm = mpm;
        this.root = emptyRoot();
    }

    public static Setup of(Product product, Mpm mpm) {
        return new Setup(product, mpm);
    }

    /** Modules beside authz_core, dir, mime and status, by their short names. */
    public Setup modules(String... names) {
        modules.addAll(List.of(names));
        return this;
    }

    public Setup directives(String text) {
        directives.append(text).append('\n');
        return this;
    }

    public Setup address(String loopback) {
        this.address = loopback;
        return this;
    }

    public Setup port(int number) {
        ports.set(0, number);
        return this;
    }

    /** A file below the ServerRoot, readable by everyone. */
    public Setup file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Setup file(String path, byte[] content) {
        write(root.resolve(path), content);
        return this;
    }

    /** A CGI script below the ServerRoot. */
    public Setup script(String path, String content) {
        file(path, content);
        permit(root.resolve(path), "rwxr-xr-x");
        return this;
    }

    public Path root() {
        return root;
    }

    public int port() {
        return ports.getFirst();
    }

    public int port2() {
        return ports.get(1);
    }

    /** Writes the configuration and starts the server; returns when it answers. */
    public RunningServer start() {
        return site().start();
    }

    /** Writes the configuration and leaves the server alone. */
    public Site site() {
        Site site = new Site(product, mpm, root, address, port(), port2());
        site.configure(product.load(mpm, modules) + base() + directives);
        return site;
    }

    private String base() {
        String user = Files.isWritable(Path.of("/proc/sys/kernel/hostname")) ? "User www-data\nGroup www-data\n" : "";
        return user + """
                ServerName localhost
                Listen @address@:@port@
                PidFile logs/httpd.pid
                ErrorLog logs/error_log
                LogLevel info
                DefaultRuntimeDir logs
                TypesConfig /etc/mime.types
                DocumentRoot @root@/htdocs
                DirectoryIndex index.html
                LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
                CustomLog logs/access_log common
                <Directory />
                  Require all denied
                </Directory>
                <Directory @root@/htdocs>
                  Require all granted
                </Directory>
                <IfModule mod_status.c>
                  <Location /server-status>
                    SetHandler server-status
                    Require all granted
                  </Location>
                </IfModule>
                """;
    }

    private static Path emptyRoot() {
        try {
            Path root = Files.createTempDirectory("conformance");
            permit(root, "rwxr-xr-x");
            for (String folder : List.of("conf", "htdocs", "logs", "cgi-bin")) {
                Files.createDirectory(root.resolve(folder));
            }
            write(root.resolve("htdocs/index.html"), "<p>It works.</p>\n".getBytes(StandardCharsets.US_ASCII));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void permit(Path file, String mode) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
