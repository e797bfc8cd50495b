package org.brood.server.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.brood.api.Body;
import org.brood.api.Response;
import org.brood.protocol.http.ByteRanges;
import org.brood.protocol.http.ByteRanges.ByteRange;
import org.brood.protocol.http.HttpDate;
import org.brood.protocol.http.Preconditions;
import org.brood.server.request.HttpExchange;
import org.brood.server.request.ResponseState;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a whole body to the ranges that were asked for: httpd's byterange filter. What was written as it came, by a script for example, is
 * never cut. Sets Content-Length in any case.
 */
final class RangeCutter {

    /** @return false when no range can be had: 416 */
    boolean apply(HttpExchange exchange) {
        ResponseState response = exchange.response();
        boolean whole = response.status() == 200
                && response.openedStream() == null
                && !exchange.head().http09()
                && !response.headers().contains("Content-Range");
        if (whole) {
            cut(exchange);
        }
        if (response.status() == 416) {
            return false;
        }
        long length = response.body().length();
        boolean head = exchange.request().isHead();
        if (head && length == 0) {
            silent(response);
        } else {
            response.headers().set("Content-Length", Long.toString(length));
        }
        return true;
    }

    /** The answer to HEAD says no length of 0, since there it means that nobody has counted. */
    private static void silent(Response response) {
        if ("0".equals(response.headers().get("Content-Length"))) {
            response.headers().remove("Content-Length");
        }
    }

    private static void cut(HttpExchange exchange) {
        String range = exchange.request().header("Range");
        Body whole = exchange.response().body();
        int most = exchange.settings(CoreKeys.MAX_RANGES);
        if (most == 0) {
            exchange.response().headers().set("Accept-Ranges", "none");
        }
        if (range == null || most == 0 || whole.length() == 0 || !applies(exchange)) {
            return;
        }
        ByteRanges ranges = ByteRanges.of(range, whole.length());
        if (ranges.outcome() == ByteRanges.Outcome.UNSATISFIABLE) {
            exchange.response().errorHeaders().set("Content-Range", "bytes */" + whole.length());
            exchange.response().status(416);
            return;
        }
        boolean allowed = ranges.within(
                most, exchange.settings(CoreKeys.MAX_RANGE_OVERLAPS), exchange.settings(CoreKeys.MAX_RANGE_REVERSALS));
        if (ranges.outcome() == ByteRanges.Outcome.WHOLE || !allowed) {
            return;
        }
        partial(exchange, whole, ranges.ranges());
    }

    private static boolean applies(HttpExchange exchange) {
        String modified = exchange.response().headers().get("Last-Modified");
        long seconds = modified == null ? HttpDate.INVALID : HttpDate.parse(modified);
        long now = System.currentTimeMillis() / 1000L;
        if (exchange.request().header("If-Range") != null) {
            exchange.neverReplay();
        }
        return new Preconditions(exchange.response().headers().get("ETag"), seconds, now)
                .rangeApplies(exchange.request().fields());
    }

    private static void partial(HttpExchange exchange, Body whole, List<ByteRange> ranges) {
        Response response = exchange.response();
        response.status(206);
        response.statusLine(null);
        long length = whole.length();
        if (ranges.size() == 1) {
            ByteRange only = ranges.getFirst();
            response.headers().set("Content-Range", contentRange(only, length));
            response.body(part(whole, only));
            return;
        }
        String boundary = Long.toHexString(System.nanoTime()) + Long.toHexString(exchange.hashCode());
        @Nullable String type = response.contentType();
        List<Body> parts = new ArrayList<>();
        for (ByteRange range : ranges) {
            String head = "\r\n--" + boundary + "\r\n" + (type == null ? "" : "Content-type: " + type + "\r\n")
                    + "Content-range: " + contentRange(range, length) + "\r\n\r\n";
            parts.add(text(head));
            parts.add(part(whole, range));
        }
        parts.add(text("\r\n--" + boundary + "--\r\n"));
        response.body(new Body.Parts(parts));
        response.contentType("multipart/byteranges; boundary=" + boundary);
    }

    private static String contentRange(ByteRange range, long length) {
        return "bytes " + range.first() + "-" + range.last() + "/" + length;
    }

    private static Body text(String text) {
        return new Body.Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Body part(Body whole, ByteRange range) {
        return switch (whole) {
            case Body.Empty empty -> empty;
            case Body.Bytes(byte[] data) ->
                new Body.Bytes(Arrays.copyOfRange(data, (int) range.first(), (int) range.last() + 1));
            case Body.FileRange file ->
                new Body.FileRange(file.file(), file.status(), file.offset() + range.first(), range.length());
            case Body.Parts parts -> throw new IllegalStateException("parts of parts: " + parts);
        };
    }
}
