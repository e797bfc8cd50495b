package org.brood.modules.generators.cgi;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.brood.api.Client;
import org.brood.api.Exchange;
import org.brood.api.Html;
import org.brood.api.Resource;
import org.brood.api.ScriptRules;
import org.brood.modules.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a script: RFC 3875 section 4.1, httpd's own ones, and those that SetEnv and others gave. Credentials
 * reach a script only where CGIPassAuth lets them, and the field Proxy never does, whose variable is taken for a setting by many programs.
 */
final class CgiEnvironment {
    private static final String STANDARD_PATH = "/usr/local/bin:/usr/bin:/bin";

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Exchange exchange;
    private final ScriptRules rules;

    private CgiEnvironment(Exchange exchange) {
        this.exchange = exchange;
        this.rules = exchange.settings(ScriptRules.KEY);
    }

    /** Also leaves them with the exchange, where logs look for them, and where a redirect finds what becomes REDIRECT_ variables. */
    static Map<String, String> of(Exchange exchange) throws IOException {
        CgiEnvironment environment = new CgiEnvironment(exchange);
        exchange.environment().forEach(environment::putNamed);
        exchange.request().headers().forEach(environment::header);
        environment.server();
        environment.client();
        environment.request();
        environment.pathInfo();
        environment.variables.forEach(exchange.environment()::set);
        return environment.variables;
    }

    /** A name that a module chose: what cannot stand in a variable's name becomes an underscore. */
    private void putNamed(String name, String value) {
        StringBuilder clean = new StringBuilder(name);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean good = c == '_' || isLetter(c) || i > 0 && isDigit(c);
            clean.setCharAt(i, good ? c : '_');
        }
        variables.put(clean.toString(), value);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void header(String name, String value) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "content-type" -> variables.put("CONTENT_TYPE", value);
            case "content-length" -> variables.put("CONTENT_LENGTH", value);
            case "proxy" -> {
                // kept from scripts
            }
            case "authorization", "proxy-authorization" -> {
                if (Boolean.TRUE.equals(rules.passesAuthorization())) {
                    field(name, value);
                }
            }
            default -> field(name, value);
        }
    }

    private void field(String name, String value) {
        String variable = variableOf(name);
        if (variable != null) {
            variables.merge(variable, value, (before, more) -> before + ", " + more);
        }
    }

    /** A field whose name has other characters than these has no variable, so that none can stand for another. */
    private static @Nullable String variableOf(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && !isDigit(c) && c != '-') {
                return null;
            }
        }
        return "HTTP_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            variables.put(name, value);
        }
    }

    private void server() {
        String path = System.getenv("PATH");
        put("PATH", path == null ? STANDARD_PATH : path);
        put("LD_LIBRARY_PATH", System.getenv("LD_LIBRARY_PATH"));
        put("SERVER_SIGNATURE", exchange.virtualHost().signature("", exchange));
        put("SERVER_SOFTWARE", exchange.virtualHost().software());
        put("SERVER_NAME", Html.escape(exchange.serverName()));
        put("SERVER_ADDR", exchange.client().localAddress());
        put("SERVER_PORT", String.valueOf(exchange.serverPort()));
        put("SERVER_ADMIN", exchange.virtualHost().admin());
        String root = exchange.virtualHost().documentRoot().toString();
        put("DOCUMENT_ROOT", root);
        put("REQUEST_SCHEME", exchange.scheme());
        if (exchange.scheme().equals("https")) {
            put("HTTPS", "on");
        }
        Resource resource = exchange.resource();
        put("CONTEXT_PREFIX", resource.contextPrefix() == null ? "" : resource.contextPrefix());
        put("CONTEXT_DOCUMENT_ROOT", resource.contextDocumentRoot() == null ? root : resource.contextDocumentRoot());
        put("SCRIPT_FILENAME", resource.filename());
    }

    private void client() {
        Client client = exchange.client();
        put("REMOTE_ADDR", client.address());
        put("REMOTE_PORT", String.valueOf(client.port()));
        String host = client.host();
        put("REMOTE_HOST", host.equals(client.address()) ? null : host);
        put("REMOTE_USER", client.user());
        put("AUTH_TYPE", client.authenticationType());
        Exchange previous = exchange.previous();
        if (previous != null) {
            String path = previous.resource().uri();
            String query = previous.resource().query();
            boolean whole = Boolean.TRUE.equals(rules.qualifiesRedirectUrl());
            put("REDIRECT_URL", whole ? previous.url(query == null ? path : path + "?" + query) : path);
            put("REDIRECT_QUERY_STRING", query);
        }
    }

    private void request() {
        put("GATEWAY_INTERFACE", "CGI/1.1");
        put("SERVER_PROTOCOL", exchange.request().protocol());
        put("REQUEST_METHOD", exchange.request().method());
        String query = exchange.resource().query();
        put("QUERY_STRING", query == null ? "" : query);
        boolean current = Boolean.TRUE.equals(rules.currentUri());
        put(
                "REQUEST_URI",
                current ? exchange.resource().uri() : exchange.request().target());
    }

    private void pathInfo() throws IOException {
        String uri = exchange.resource().uri();
        String pathInfo = exchange.resource().pathInfo();
        if (pathInfo.isEmpty()) {
            put("SCRIPT_NAME", uri);
            return;
        }
        boolean suffix = uri.endsWith(pathInfo);
        put("SCRIPT_NAME", suffix ? uri.substring(0, uri.length() - pathInfo.length()) : uri);
        put("PATH_INFO", pathInfo);
        Exchange translated = exchange.lookup(Escapes.path(pathInfo).replace("?", "%3f"));
        String file = translated.resource().filename();
        put(
                "PATH_TRANSLATED",
                file == null ? null : file + translated.resource().pathInfo());
    }
}
