package org.brood.server.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.brood.api.Body;
import org.brood.api.LogLevel;
import org.brood.protocol.http.Status;
import org.brood.server.request.HttpExchange;
import org.brood.server.request.Processor;
import org.brood.server.request.ResponseState;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that ended with a status instead of content: ErrorDocument, or a page of the server's own. httpd's ap_die
 * and ap_send_error_response.
 *
 * <p>An error while a local error document is fetched is answered with the first error's page and a sentence that there was another, which
 * names the first once more: so does httpd.
 */
final class ErrorAnswers {
    private static final String DOCTYPE =
            "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">\n";

    /** @param processor for local redirects */
    void die(HttpExchange exchange, int status, Processor processor) throws IOException {
        if (exchange.response().status() != 200) {
            page(exchange, exchange.response().status(), exchange.response().status());
            return;
        }
        exchange.response().status(status);
        String document = exchange.settings(CoreKeys.ERROR_DOCUMENTS).get(status);
        if (document == null || document.isEmpty() || document.startsWith("\"")) {
            page(exchange, status, 0);
        } else if (document.startsWith("/")) {
            local(exchange, document, processor);
        } else if (document.contains("://")) {
            exchange.response().headers().set("Location", document);
            exchange.response().status(302);
            page(exchange, 302, 0);
        } else {
            exchange.log("core").log(LogLevel.ERROR, "AH01579", "Invalid error redirection directive: " + document);
            page(exchange, status, 500);
        }
    }

    private static void local(HttpExchange exchange, String document, Processor processor) throws IOException {
        exchange.environment().set("REQUEST_METHOD", exchange.request().method());
        String note = exchange.response().errorNote();
        if (note != null) {
            exchange.environment().set("ERROR_NOTES", note);
        }
        processor.redirectForError(exchange, document);
    }

    private static void page(HttpExchange exchange, int status, int further) {
        ResponseState response = exchange.response();
        response.status(status);
        @Nullable String location = response.headers().get("Location");
        if (location == null) {
            location = response.errorHeaders().get("Location");
        }
        String line = response.statusLine();
        response.resetForError();
        exchange.resource().contentEncoding(null);
        exchange.resource().contentLanguages(java.util.List.of());
        exchange.resource().outputFilters(java.util.List.of());
        if (line != null && line.startsWith(status + " ")) {
            response.statusLine(line);
        }
        if (Status.headOnly(status)) {
            return;
        }
        boolean redirect = status >= 300 && status < 400 || status == 201;
        if (redirect && location != null) {
            response.headers().set("Location", location);
        }
        boolean bareCharset = exchange.environment().get("suppress-error-charset") != null;
        response.contentType(bareCharset ? "text/html" : "text/html; charset=iso-8859-1");
        if (status == 405 || status == 501) {
            DefaultHandler.allow(exchange);
        }
        if (!exchange.request().isHead()) {
            response.body(body(exchange, status, further, location == null ? "" : location));
        }
    }

    private static Body body(HttpExchange exchange, int status, int further, String location) {
        String document = exchange.settings(CoreKeys.ERROR_DOCUMENTS).get(status);
        if (document != null && document.startsWith("\"")) {
            return new Body.Bytes(document.substring(1).getBytes(StandardCharsets.UTF_8));
        }
        String line = exchange.response().statusLine();
        String title = line == null ? Status.line(status) : line;
        String second = further == 0
                ? ""
                : "<p>Additionally, a " + Status.line(further)
                        + "\nerror was encountered while trying to use an ErrorDocument to handle the request.</p>\n";
        String text = DOCTYPE + "<html><head>\n<title>" + title + "</title>\n</head><body>\n<h1>" + title.substring(4)
                + "</h1>\n" + CannedText.of(status, exchange, location) + second
                + exchange.virtualHost().signature("<hr>\n", exchange) + "</body></html>\n";
        return new Body.Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
