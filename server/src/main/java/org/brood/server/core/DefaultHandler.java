package org.brood.server.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.brood.api.AcceptPathInfo;
import org.brood.api.Body;
import org.brood.api.FileStatus;
import org.brood.api.LogLevel;
import org.brood.api.Verdict;
import org.brood.protocol.http.HttpDate;
import org.brood.protocol.http.Method;
import org.brood.protocol.http.Preconditions;
import org.brood.server.request.HttpExchange;

/** Sends the file that a request maps to: httpd's default_handler, the last of all handlers. */
final class DefaultHandler {
    static final String ALLOW = "GET,POST,OPTIONS,HEAD";
    private static final int R_OTH = 04;

    Verdict run(HttpExchange exchange) throws IOException {
        exchange.request().discardBody();
        String method = exchange.request().method();
        return switch (method) {
            case "GET", "HEAD", "POST" -> file(exchange);
            case "OPTIONS" -> options(exchange);
            default -> refuseMethod(exchange);
        };
    }

    private static Verdict refuseMethod(HttpExchange exchange) {
        if (exchange.head().method() == Method.UNREGISTERED) {
            exchange.log("core").log(
                    LogLevel.ERROR,
                    "AH00135",
                    "Invalid method in request " + exchange.request().line());
            return Verdict.status(501);
        }
        return Verdict.status(405);
    }

    static void allow(HttpExchange exchange) {
        boolean trace = exchange.settings(CoreKeys.TRACE_ENABLE) != CoreKeys.TraceEnable.OFF;
        String known = exchange.response().allowed();
        exchange.response().headers().set("Allow", known != null ? known : trace ? ALLOW + ",TRACE" : ALLOW);
    }

    static Verdict options(HttpExchange exchange) {
        allow(exchange);
        exchange.response().body(Body.EMPTY);
        return Verdict.OK;
    }

    private static Verdict file(HttpExchange exchange) throws IOException {
        FileStatus status = exchange.resource().status();
        String name = String.valueOf(exchange.resource().filename());
        String info = exchange.resource().pathInfo();
        if (!status.exists()) {
            return absent(exchange, "AH00128", "File does not exist: " + name + info);
        }
        if (status.isDirectory()) {
            return absent(exchange, "AH00129", "Attempt to serve directory: " + name);
        }
        if (!info.isEmpty() && exchange.settings(AcceptPathInfo.KEY) != AcceptPathInfo.ON) {
            return absent(exchange, "AH00130", "File does not exist: " + name + info);
        }
        if (!readable(name, status)) {
            exchange.log("core").log(LogLevel.ERROR, "AH00132", "file permissions deny server access: " + name);
            return Verdict.status(403);
        }
        return send(exchange, name, status);
    }

    private static boolean readable(String name, FileStatus status) {
        return (status.mode() & R_OTH) != 0 || java.nio.file.Files.isReadable(Path.of(name));
    }

    private static Verdict absent(HttpExchange exchange, String id, String text) {
        exchange.log("core").log(LogLevel.INFO, id, text);
        return Verdict.status(404);
    }

    private static Verdict send(HttpExchange exchange, String name, FileStatus status) throws IOException {
        long seconds = Math.floorDiv(status.modifiedNanos(), 1_000_000_000L);
        long now = System.currentTimeMillis() / 1000L;
        var headers = exchange.response().headers();
        headers.set("Last-Modified", HttpDate.format(Math.min(seconds, now)));
        boolean young = now - seconds < 1;
        if (young) {
            exchange.neverReplay();
        }
        String tag = exchange.settings(CoreKeys.FILE_ETAG).tag(status, young);
        if (!tag.isEmpty() && exchange.notes().get("no-etag") == null) {
            headers.set("ETag", tag);
        }
        headers.set("Accept-Ranges", "bytes");
        headers.set("Content-Length", Long.toString(status.size()));
        if (exchange.settings(CoreKeys.CONTENT_DIGEST)
                && exchange.resource().outputFilters().isEmpty()) {
            headers.set("Content-MD5", digest(name));
        }
        exchange.response().body(new Body.FileRange(Path.of(name), status, 0, status.size()));
        int result = exchange.response().status() == 200
                ? new Preconditions(tag.isEmpty() ? null : tag, seconds, now)
                        .evaluate(exchange.head().method(), exchange.request().fields())
                : 200;
        if (result != 200) {
            return unmet(exchange, result);
        }
        return Verdict.OK;
    }

    /** Content-MD5 of the whole file (RFC 1864). */
    private static String digest(String name) throws IOException {
        try (InputStream in = java.nio.file.Files.newInputStream(Path.of(name))) {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                md5.update(buffer, 0, read);
            }
            return Base64.getEncoder().encodeToString(md5.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has MD5", missing);
        }
    }

    private static Verdict unmet(HttpExchange exchange, int result) {
        exchange.response().body(Body.EMPTY);
        exchange.response().status(result);
        return Verdict.OK;
    }
}
