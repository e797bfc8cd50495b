package org.brood.protocol.http1;

import org.brood.protocol.http.Method;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http1.RequestHead.Part;

/**
 * The four forms of a request target (RFC 9112 section 3.2), taken apart as httpd's {@code ap_parse_uri} does:
 *
 * <pre>
 *   origin-form      /path?query           several leading slashes count as one, so that no host is read out of them
 *   absolute-form    scheme://host:port/path?query
 *   authority-form   host:port             CONNECT alone
 *   asterisk-form    *                     OPTIONS alone
 * </pre>
 *
 * An absolute form without a path means {@code /}, or {@code *} for OPTIONS.
 *
 * @param valid whether it has one of these forms
 * @param fragment whether there is a {@code #}
 * @param userInfo whether there is a user name before the host
 */
record RequestTarget(boolean valid, boolean fragment, boolean userInfo) {
    private static final RequestTarget PLAIN = new RequestTarget(true, false, false);
    private static final RequestTarget INVALID = new RequestTarget(false, false, false);
    private static final int MOST_PORT_DIGITS = 9;

    /** Takes the head's target apart and records path, query, scheme, host and port in it. */
    static RequestTarget read(byte[] buffer, RequestHead head) {
        int from = head.offset(Part.TARGET);
        int to = from + head.length(Part.TARGET);
        if (head.method == Method.CONNECT) {
            return authority(buffer, from, to, head);
        }
        while (from + 1 < to && buffer[from] == '/' && buffer[from + 1] == '/') {
            from++;
        }
        int scheme = schemeEnd(buffer, from, to);
        return scheme < 0 ? path(buffer, from, to, head) : absolute(buffer, from, scheme, to, head);
    }

    /** Where the colon of {@code scheme://} stands, or -1. */
    private static int schemeEnd(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && (Octets.isLetter(buffer[i]) || Octets.isDigit(buffer[i]) || "+-.".indexOf(buffer[i]) >= 0)) {
            i++;
        }
        boolean slashes = i + 2 < to && buffer[i] == ':' && buffer[i + 1] == '/' && buffer[i + 2] == '/';
        return i > from && Octets.isLetter(buffer[from]) && slashes ? i : -1;
    }

    private static RequestTarget absolute(byte[] buffer, int from, int colon, int to, RequestHead head) {
        head.span(Part.SCHEME, from, colon - from);
        int authority = colon + 3;
        int end = indexOfAny(buffer, authority, to, "/?#");
        int at = end;
        while (at > authority && buffer[at - 1] != '@') {
            at--;
        }
        boolean userInfo = at > authority;
        if (!hostAndPort(buffer, at, end, head)) {
            return INVALID;
        }
        RequestTarget rest = path(buffer, end, to, head);
        return new RequestTarget(rest.valid, rest.fragment, userInfo);
    }

    private static RequestTarget authority(byte[] buffer, int from, int to, RequestHead head) {
        boolean named = hostAndPort(buffer, from, to, head) && head.length(Part.HOST) > 0 && head.port > 0;
        return named ? PLAIN : INVALID;
    }

    /** {@code host}, {@code host:port} or {@code [v6]:port}; the port may be empty. */
    private static boolean hostAndPort(byte[] buffer, int from, int to, RequestHead head) {
        boolean bracket = from < to && buffer[from] == '[';
        int hostEnd;
        int colon;
        if (bracket) {
            hostEnd = indexOfAny(buffer, from, to, "]");
            if (hostEnd == to) {
                return false;
            }
            colon = hostEnd + 1 < to && buffer[hostEnd + 1] == ':' ? hostEnd + 1 : to;
            if (colon == to && hostEnd + 1 != to) {
                return false;
            }
        } else {
            hostEnd = indexOfAny(buffer, from, to, ":");
            colon = hostEnd;
        }
        int host = bracket ? from + 1 : from;
        head.span(Part.HOST, host, hostEnd - host);
        head.hostFromTarget = true;
        head.hostIsV6 = bracket;
        return colon >= to - 1 || port(buffer, colon + 1, to, head);
    }

    private static boolean port(byte[] buffer, int from, int to, RequestHead head) {
        if (to - from > MOST_PORT_DIGITS) {
            return false;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!Octets.isDigit(buffer[i])) {
                return false;
            }
            value = value * 10 + buffer[i] - '0';
        }
        head.port = value;
        return value <= 65535;
    }

    private static RequestTarget path(byte[] buffer, int from, int to, RequestHead head) {
        int pathEnd = indexOfAny(buffer, from, to, "?#");
        int queryEnd = indexOfAny(buffer, pathEnd, to, "#");
        if (pathEnd > from) {
            head.span(Part.PATH, from, pathEnd - from);
        }
        if (pathEnd < queryEnd) {
            head.span(Part.QUERY, pathEnd + 1, queryEnd - pathEnd - 1);
        }
        boolean asterisk = pathEnd - from == 1 && buffer[from] == '*' && head.method == Method.OPTIONS;
        boolean valid = pathEnd == from || buffer[from] == '/' || asterisk;
        return new RequestTarget(valid, queryEnd < to, false);
    }

    private static int indexOfAny(byte[] buffer, int from, int to, String octets) {
        int i = from;
        while (i < to && octets.indexOf(buffer[i]) < 0) {
            i++;
        }
        return i;
    }
}
