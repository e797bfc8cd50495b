package org.brood.server.core;

import org.brood.api.Html;
import org.brood.server.request.HttpExchange;
import org.jspecify.annotations.Nullable;

/** The sentences of error pages: what httpd's users read (http_protocol.c, "canned error strings"). */
final class CannedText {

    private CannedText() {}

    static String of(int status, HttpExchange exchange, String location) {
        String method = Html.escape(exchange.request().method());
        return switch (status) {
            case 301, 302, 307, 308 -> "<p>The document has moved " + link(location) + ".</p>\n";
            case 303 -> "<p>The answer to your request is located " + link(location) + ".</p>\n";
            case 305 ->
                "<p>This resource is only accessible through the proxy\n<br />\nYou will need to configure your client to use that proxy.</p>\n";
            case 401, 407 -> """
                <p>This server could not verify that you
                are authorized to access the document
                requested.  Either you supplied the wrong
                credentials (e.g., bad password), or your
                browser doesn't understand how to supply
                the credentials required.</p>
                """;
            case 400 ->
                noted(
                        exchange,
                        "<p>Your browser sent a request that this server could not understand.<br />\n",
                        "</p>\n");
            case 403 -> noted(exchange, "<p>You don't have permission to access this resource.", "</p>\n");
            case 404 -> "<p>The requested URL was not found on this server.</p>\n";
            case 405 -> "<p>The requested method " + method + " is not allowed for this URL.</p>\n";
            case 411 ->
                noted(
                        exchange,
                        "<p>A request of the requested method " + method + " requires a valid Content-length.<br />\n",
                        "</p>\n");
            case 413 ->
                "The requested resource does not allow request data with " + method
                        + " requests, or the amount of data provided in\nthe request exceeds the capacity limit.\n";
            case 501 -> noted(exchange, "<p>" + method + " not supported for current URL.<br />\n", "</p>\n");
            case 417 -> expectation(exchange);
            case 300, 406 -> variants(status, exchange);
            default -> fixed(status, exchange);
        };
    }

    private static String link(String location) {
        return "<a href=\"" + Html.escape(location) + "\">here</a>";
    }

    private static String noted(HttpExchange exchange, String before, String after) {
        String note = exchange.response().errorNote();
        return note == null ? before + after : before + note + after;
    }

    private static String variants(int status, HttpExchange exchange) {
        @Nullable String list = exchange.notes().get("variant-list");
        String first = status == 300
                ? ""
                : "<p>An appropriate representation of the requested resource could not be found on this server.</p>\n";
        return first + (list == null ? "" : list);
    }

    private static String expectation(HttpExchange exchange) {
        String asked = exchange.request().header("Expect");
        String first = asked == null
                ? "<p>No expectation was seen, the Expect request-header \nfield was not presented by the client.\n"
                : "<p>The expectation given in the Expect request-header\nfield could not be met by this server.\n"
                        + "The client sent<pre>\n    Expect: " + Html.escape(asked) + "\n</pre>\n";
        return noted(exchange, first, "</p><p>Only the 100-continue expectation is supported.</p>\n");
    }

    private static String fixed(int status, HttpExchange exchange) {
        return switch (status) {
            case 408 -> "<p>Server timeout waiting for the HTTP request from the client.</p>\n";
            case 410 ->
                "<p>The requested resource is no longer available on this server and there is no forwarding address.\nPlease remove all references to this resource.</p>\n";
            case 412 -> "<p>The precondition on the request for this URL evaluated to false.</p>\n";
            case 414 ->
                noted(
                        exchange,
                        "<p>The requested URL's length exceeds the capacity\nlimit for this server.<br />\n",
                        "</p>\n");
            case 415 ->
                "<p>The supplied request data is not in a format\nacceptable for processing by this resource.</p>\n";
            case 416 ->
                "<p>None of the range-specifier values in the Range\nrequest-header field overlap the current extent\nof the selected resource.</p>\n";
            case 421 ->
                "<p>The client needs a new connection for this\nrequest as the requested host name does not match\nthe Server Name Indication (SNI) in use for this\nconnection.</p>\n";
            case 422 ->
                "<p>The server understands the media type of the\nrequest entity, but was unable to process the\ncontained instructions.</p>\n";
            case 423 ->
                "<p>The requested resource is currently locked.\nThe lock must be released or proper identification\ngiven before the method can be applied.</p>\n";
            case 424 ->
                "<p>The method could not be performed on the resource\nbecause the requested action depended on another\naction and that other action failed.</p>\n";
            default -> fixedRest(status, exchange);
        };
    }

    private static String fixedRest(int status, HttpExchange exchange) {
        return switch (status) {
            case 426 ->
                "<p>The requested resource can only be retrieved\nusing SSL.  The server is willing to upgrade the current\nconnection to SSL, but your client doesn't support it.\nEither upgrade your client, or try requesting the page\nusing https://\n";
            case 428 -> "<p>The request is required to be conditional.</p>\n";
            case 429 -> "<p>The user has sent too many requests\nin a given amount of time.</p>\n";
            case 431 -> "<p>The server refused this request because\nthe request header fields are too large.</p>\n";
            case 451 -> noted(exchange, "<p>Access to this URL has been denied for legal reasons.<br />\n", "</p>\n");
            case 502 ->
                noted(
                        exchange,
                        "<p>The proxy server received an invalid\r\nresponse from an upstream server.<br />\r\n",
                        "</p>\n");
            case 503 ->
                "<p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.</p>\n";
            case 504 ->
                "<p>The gateway did not receive a timely response\nfrom the upstream server or application.</p>\n";
            case 506 ->
                "<p>A variant for the requested resource\n<pre>\n\n</pre>\nis itself a negotiable resource. This indicates a configuration error.</p>\n";
            case 507 ->
                "<p>The method could not be performed on the resource\nbecause the server is unable to store the\nrepresentation needed to successfully complete the\nrequest.  There is insufficient free space left in\nyour storage allocation.</p>\n";
            case 508 -> "<p>The server terminated an operation because\nit encountered an infinite loop.</p>\n";
            case 510 ->
                "<p>A mandatory extension policy in the request is not\naccepted by the server for this resource.</p>\n";
            case 511 -> "<p>The client needs to authenticate to gain\nnetwork access.</p>\n";
            default -> internal(exchange);
        };
    }

    private static String internal(HttpExchange exchange) {
        return """
                <p>The server encountered an internal error or
                misconfiguration and was unable to complete
                your request.</p>
                <p>Please contact the server administrator at\s
                 %s to inform them of the time this error occurred,
                 and the actions you performed just before this error.</p>
                <p>More information about this error may be available
                in the server error log.</p>
                """.formatted(Html.escape(exchange.virtualHost().admin()));
    }
}
