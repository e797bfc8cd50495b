package org.brood.server.core;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.brood.api.Exchange;
import org.brood.api.Html;
import org.brood.api.timeout.RequestReadTimeout;
import org.brood.conf.Settings;
import org.brood.conf.match.Wildcard;
import org.brood.conf.read.VirtualHostAddress;
import org.brood.conf.read.VirtualHostConfiguration;
import org.brood.conf.section.Sections;
import org.brood.protocol.http1.Http1Rules;
import org.brood.protocol.http1.KeepAlive;
import org.brood.server.connection.ConnectionRules;
import org.brood.server.connection.ServedHost;
import org.jspecify.annotations.Nullable;

/** A virtual host, or the main server, ready for requests. Immutable; any thread. */
public final class HttpHost implements ServedHost {
    private final VirtualHostConfiguration configuration;
    private final String name;
    private final Path documentRoot;
    private final Path serverRoot;
    private final String banner;
    private final ConnectionRules rules;
    private final boolean logs;
    private final byte[] label;
    private final List<Wildcard> wildNames;
    private final AccessFiles accessFiles;
    private final String serverPath;

    /**
     * @param logs whether a module has something to do once a request is answered
     * @param limitsReading whether mod_reqtimeout is loaded
     */
    HttpHost(
            VirtualHostConfiguration configuration,
            String serverRoot,
            String fallbackName,
            String banner,
            boolean logs,
            boolean limitsReading,
            AccessFiles accessFiles) {
        this.accessFiles = accessFiles;
        this.serverPath = configuration.settings().get(CoreKeys.SERVER_PATH);
        this.configuration = configuration;
        this.name = configuration.names().name().isEmpty()
                ? fallbackName
                : configuration.names().name();
        this.serverRoot = Path.of(serverRoot);
        String root = configuration.settings().get(CoreKeys.DOCUMENT_ROOT);
        this.documentRoot = root.isEmpty() ? this.serverRoot.resolve("htdocs") : Path.of(root);
        this.banner = banner;
        this.wildNames = configuration.names().wildAliases().stream()
                .map(wild -> Wildcard.of(wild.toLowerCase(Locale.ROOT)))
                .toList();
        this.rules = rules(configuration.settings(), limitsReading);
        this.logs = logs;
        int port = configuration.addresses().isEmpty()
                ? configuration.names().port()
                : configuration.addresses().getFirst().port();
        this.label = (name + ":" + port).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ConnectionRules rules(Settings settings, boolean limitsReading) {
        Http1Rules http1 = Http1Rules.DEFAULTS
                .withLimits(
                        settings.get(CoreKeys.LIMIT_REQUEST_LINE),
                        settings.get(CoreKeys.LIMIT_REQUEST_FIELDS),
                        settings.get(CoreKeys.LIMIT_REQUEST_FIELD_SIZE),
                        0)
                .withProtocolOptions(
                        settings.get(CoreKeys.STRICT),
                        settings.get(CoreKeys.REGISTERED_METHODS),
                        settings.get(CoreKeys.ALLOW_09));
        KeepAlive keepAlive = new KeepAlive(
                settings.get(CoreKeys.KEEP_ALIVE),
                settings.get(CoreKeys.KEEP_ALIVE_MILLIS),
                settings.get(CoreKeys.MAX_KEEP_ALIVE_REQUESTS));
        RequestReadTimeout reading = limitsReading ? settings.get(RequestReadTimeout.KEY) : RequestReadTimeout.OFF;
        int timeout = Math.max(1, settings.get(CoreKeys.TIMEOUT_SECONDS)) * 1000;
        return new ConnectionRules(http1, keepAlive, timeout, reading);
    }

    VirtualHostConfiguration configuration() {
        return configuration;
    }

    /** Whether ServerName or a ServerAlias is this, in any case of letters. */
    boolean isCalled(String asked) {
        var names = configuration.names();
        if (name.equalsIgnoreCase(asked)) {
            return true;
        }
        for (String alias : names.aliases()) {
            if (alias.equalsIgnoreCase(asked)) {
                return true;
            }
        }
        String lower = asked.toLowerCase(Locale.ROOT);
        for (Wildcard wild : wildNames) {
            if (wild.matches(lower)) {
                return true;
            }
        }
        return false;
    }

    /** The ServerAlias patterns, in small letters. */
    List<Wildcard> wildNames() {
        return wildNames;
    }

    /** Whether ServerPath leads to this host: it is the path, or the path lies below it. */
    boolean isServerPathOf(String path) {
        return belowServerPath(path).length() < path.length();
    }

    /** What of the path lies behind ServerPath; all of it where that does not lead to this host. */
    String belowServerPath(String path) {
        boolean starts = !serverPath.isEmpty() && path.startsWith(serverPath);
        int length = serverPath.length();
        boolean whole = starts && (serverPath.endsWith("/") || path.length() == length || path.charAt(length) == '/');
        return whole ? path.substring(length) : path;
    }

    /** Whether VirtualHost names this address. */
    boolean isAt(String asked) {
        for (VirtualHostAddress address : configuration.addresses()) {
            if (address.host().equalsIgnoreCase(asked)) {
                return true;
            }
        }
        return false;
    }

    AccessFiles accessFiles() {
        return accessFiles;
    }

    Sections sections() {
        return configuration.sections();
    }

    @Override
    public ConnectionRules rules() {
        return rules;
    }

    @Override
    public boolean logs() {
        return logs;
    }

    @Override
    public byte[] label() {
        return label;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        boolean named = !configuration.names().name().isEmpty()
                || configuration.addresses().isEmpty();
        return named
                ? configuration.names().port()
                : configuration.addresses().getFirst().port();
    }

    @Override
    public String admin() {
        return settings().get(CoreKeys.SERVER_ADMIN);
    }

    @Override
    public Path documentRoot() {
        return documentRoot;
    }

    @Override
    public Path serverRoot() {
        return serverRoot;
    }

    @Override
    public Settings settings() {
        return configuration.settings();
    }

    @Override
    public String software() {
        return banner;
    }

    @Override
    public String signature(String prefix, Exchange exchange) {
        String server = banner + " Server at ";
        String port = " Port " + exchange.serverPort() + "</address>\n";
        String shown = Html.escape(exchange.serverName());
        return switch (exchange.settings(CoreKeys.SERVER_SIGNATURE)) {
            case OFF -> "";
            case ON -> prefix + "<address>" + server + shown + port;
            case EMAIL -> prefix + "<address>" + server + "<a href=\"" + mail() + "\">" + shown + "</a>" + port;
        };
    }

    private String mail() {
        String admin = admin();
        return (admin.contains("://") ? "" : "mailto:") + Html.escape(admin);
    }

    @Override
    public long timeoutMillis() {
        return rules.timeoutMillis();
    }

    @Override
    public @Nullable String definedAt() {
        return configuration.addresses().isEmpty()
                ? null
                : configuration.source().toString();
    }
}
