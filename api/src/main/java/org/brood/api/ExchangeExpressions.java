package org.brood.api;

import java.io.IOException;
import java.time.ZonedDateTime;
import org.brood.conf.expr.ExpressionContext;
import org.brood.protocol.http.HttpDate;
import org.jspecify.annotations.Nullable;

/** What expressions see of an exchange: the variables of httpd's expression manual page. */
record ExchangeExpressions(Exchange exchange) implements ExpressionContext {

    @Override
    public @Nullable String variable(String name) {
        return switch (name) {
            case "REQUEST_METHOD" -> exchange.request().method();
            case "REQUEST_SCHEME" -> exchange.scheme();
            case "SERVER_PROTOCOL" -> exchange.request().protocol();
            case "THE_REQUEST" -> exchange.request().line();
            case "IS_SUBREQ" -> exchange.parent() == null ? "false" : "true";
            case "REQUEST_STATUS" -> status();
            case "CONTENT_TYPE" -> exchange.response().contentType();
            case "HTTPS" -> exchange.scheme().equals("https") ? "on" : "off";
            case "HTTP2" -> exchange.request().protocolNumber() == 2000 ? "on" : "off";
            case "API_VERSION" -> "20120211:141";
            default -> ofResource(name);
        };
    }

    private String status() {
        int status = exchange.response().status();
        return status == 0 ? "" : String.valueOf(status);
    }

    private @Nullable String ofResource(String name) {
        Resource resource = exchange.resource();
        return switch (name) {
            case "REQUEST_URI", "DOCUMENT_URI" -> resource.uri();
            case "REQUEST_FILENAME", "SCRIPT_FILENAME" -> resource.filename();
            case "PATH_INFO" -> resource.pathInfo();
            case "QUERY_STRING" -> resource.query();
            case "HANDLER" -> resource.handler();
            case "LAST_MODIFIED" -> lastModified(resource);
            case "CONTEXT_PREFIX" -> resource.contextPrefix();
            case "CONTEXT_DOCUMENT_ROOT" -> contextDocumentRoot(resource);
            case "SCRIPT_USER" ->
                resource.status().exists() ? String.valueOf(resource.status().uid()) : null;
            case "SCRIPT_GROUP" ->
                resource.status().exists() ? String.valueOf(resource.status().gid()) : null;
            default -> ofClient(name);
        };
    }

    private String contextDocumentRoot(Resource resource) {
        String root = resource.contextDocumentRoot();
        return root == null ? exchange.virtualHost().documentRoot().toString() : root;
    }

    private static @Nullable String lastModified(Resource resource) {
        FileStatus status = resource.status();
        return status.exists() ? HttpDate.format(status.modifiedMicros() / 1_000_000) : null;
    }

    private @Nullable String ofClient(String name) {
        return switch (name) {
            case "REMOTE_ADDR", "CONN_REMOTE_ADDR" -> exchange.client().address();
            case "REMOTE_PORT" -> String.valueOf(exchange.client().port());
            case "REMOTE_HOST" -> exchange.client().host();
            case "REMOTE_USER" -> exchange.client().user();
            case "AUTH_TYPE" -> exchange.client().authenticationType();
            case "IPV6" -> exchange.client().address().indexOf(':') >= 0 ? "on" : "off";
            case "SERVER_ADMIN" -> exchange.virtualHost().admin();
            case "SERVER_NAME" -> exchange.serverName();
            case "SERVER_PORT" -> String.valueOf(exchange.serverPort());
            case "SERVER_SOFTWARE" -> exchange.virtualHost().software();
            case "DOCUMENT_ROOT" -> exchange.virtualHost().documentRoot().toString();
            default -> null;
        };
    }

    @Override
    public @Nullable String requestHeader(String name) {
        return exchange.request().header(name);
    }

    @Override
    public @Nullable String responseHeader(String name) {
        String value = exchange.response().headers().merged(name);
        if (value == null && name.equalsIgnoreCase("Content-Type")) {
            return exchange.response().contentType();
        }
        return value == null ? exchange.response().errorHeaders().merged(name) : value;
    }

    @Override
    public @Nullable String requestEnvironment(String name) {
        return exchange.environment().get(name);
    }

    @Override
    public @Nullable String note(String name) {
        return exchange.notes().get(name);
    }

    @Override
    public @Nullable String systemEnvironment(String name) {
        return System.getenv(name);
    }

    @Override
    public ZonedDateTime now() {
        exchange.neverReplay();
        return ZonedDateTime.now();
    }

    @Override
    public boolean isReachableUrl(String path) {
        try {
            return exchange.lookup(path).response().status() < 400;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isReachableFile(String file) {
        return exchange.files().status(file).isFile();
    }

    @Override
    public void vary(String header) {
        Headers headers = exchange.response().headers();
        String before = headers.merged("Vary");
        if (before == null || !mentions(before, header)) {
            headers.merge("Vary", header);
        }
    }

    private static boolean mentions(String list, String header) {
        for (String word : list.split(",")) {
            if (word.strip().equalsIgnoreCase(header)) {
                return true;
            }
        }
        return false;
    }
}
