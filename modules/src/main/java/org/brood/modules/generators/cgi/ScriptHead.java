package org.brood.modules.generators.cgi;

import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Headers;
import org.brood.api.LogLevel;
import org.brood.api.Response;
import org.brood.protocol.http.HttpDate;
import org.brood.protocol.http.Status;

/**
 * The head that a script writes (RFC 3875 section 6.3): lines until an empty one. Fields that this server understands
 * change the answer, the others are passed on; fields of one name are merged but for Set-Cookie.
 */
final class ScriptHead {
    private static final int LONGEST_LINE = 8192;
    private static final String COOKIE = "Set-Cookie";

    private final Exchange exchange;
    private final String script;
    private final StringBuilder line = new StringBuilder();
    private final List<String[]> passedOn = new ArrayList<>();
    private boolean complete;
    private boolean bad;
    private String badLine = "";
    private boolean first = true;
    private boolean statusGiven;

    ScriptHead(Exchange exchange, String script) {
        this.exchange = exchange;
        this.script = script;
    }

    boolean complete() {
        return complete;
    }

    /** Whether a line was no field; it has been logged. */
    boolean bad() {
        return bad;
    }

    /** The line at which reading ended: one that is no field, or has no end. */
    String lastLine() {
        return badLine.isEmpty() ? line.toString() : badLine;
    }

    boolean isEmpty() {
        return first;
    }

    /** Whether the script said itself what its answer is. */
    boolean statusGiven() {
        return statusGiven;
    }

    /** Reads on. @return how many of the bytes belong to the head */
    int feed(byte[] data, int length) {
        for (int i = 0; i < length; i++) {
            if (data[i] != '\n') {
                line.append((char) (data[i] & 0xff));
                bad |= line.length() > LONGEST_LINE;
            } else {
                int end = line.length();
                String text = end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
                line.setLength(0);
                read(text);
            }
            if (complete || bad) {
                return i + 1;
            }
        }
        return length;
    }

    private void read(String text) {
        if (text.isEmpty()) {
            complete = true;
            passOn();
            return;
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            bad = true;
            badLine = text;
            log("malformed header from script '" + script + "': Bad header: "
                    + text.substring(0, Math.min(30, text.length())));
            return;
        }
        first = false;
        field(text.substring(0, colon), text.substring(colon + 1).stripLeading());
    }

    private void field(String name, String value) {
        Response response = exchange.response();
        switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "content-type" -> response.contentType(value.stripTrailing());
            case "status" -> status(value);
            case "location", "content-length", "content-range", "transfer-encoding", "etag" ->
                response.headers().set(name, value);
            case "last-modified" -> lastModified(value);
            default -> passedOn.add(new String[] {name, value});
        }
    }

    /** Any number is passed on, even one that no standard knows; what is no number of three digits is shown as 500. */
    private void status(String value) {
        statusGiven = true;
        String digits = value.replaceAll("\\D.*", "");
        int status = digits.isEmpty() || digits.length() > 3 ? 0 : Integer.parseInt(digits);
        if (status < 100 || status > 599) {
            log("Invalid status line from script '" + script + "': "
                    + value.substring(0, Math.min(30, value.length())));
        }
        exchange.response().status(status);
        if (status < 100) {
            exchange.response().statusLine("500 Internal Server Error");
        } else if (value.length() == digits.length()) {
            boolean known = Status.line(status).startsWith(value);
            exchange.response().statusLine(known ? null : value + " ");
        } else {
            exchange.response().statusLine(value.charAt(digits.length()) == ' ' ? value : null);
        }
    }

    private void lastModified(String value) {
        long time = HttpDate.parse(value);
        if (time == HttpDate.INVALID) {
            exchange.log("cgi").log(
                    LogLevel.INFO, "AH10247", "Ignored invalid header value: Last-Modified: '" + value + "'");
        } else {
            exchange.response().headers().set("Last-Modified", HttpDate.format(time));
        }
    }

    /** Cookies are never merged and come last, those that were set before in front. */
    private void passOn() {
        Headers headers = exchange.response().errorHeaders();
        List<String> cookies = new ArrayList<>(headers.all(COOKIE));
        for (String[] field : passedOn) {
            if (field[0].equalsIgnoreCase(COOKIE)) {
                cookies.add(field[1]);
            } else {
                headers.merge(field[0], field[1]);
            }
        }
        headers.remove(COOKIE);
        cookies.forEach(value -> headers.add(COOKIE, value));
    }

    private void log(String text) {
        exchange.log("cgi").log(LogLevel.ERROR, "BR0301", text);
    }
}
