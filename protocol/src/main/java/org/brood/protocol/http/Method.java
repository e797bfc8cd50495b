package org.brood.protocol.http;

import java.util.HashMap;
import java.util.Map;

/**
 * The methods that httpd registers at start, under their own names; everything else is {@link #UNREGISTERED}. Method names are
 * case-sensitive (RFC 9110 section 9.1).
 */
public enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE,
    OPTIONS,
    TRACE,
    CONNECT,
    PATCH,
    PROPFIND,
    PROPPATCH,
    MKCOL,
    COPY,
    MOVE,
    LOCK,
    UNLOCK,
    VERSION_CONTROL("VERSION-CONTROL"),
    CHECKOUT,
    UNCHECKOUT,
    CHECKIN,
    UPDATE,
    LABEL,
    REPORT,
    MKWORKSPACE,
    MKACTIVITY,
    BASELINE_CONTROL("BASELINE-CONTROL"),
    MERGE,
    UNREGISTERED("");

    private static final Map<String, Method> BY_TOKEN = byToken();

    private final String token;

    Method() {
        this.token = name();
    }

    Method(String token) {
        this.token = token;
    }

    /** The name on the wire; empty for {@link #UNREGISTERED}. */
    public String token() {
        return token;
    }

    private static Map<String, Method> byToken() {
        Map<String, Method> map = new HashMap<>();
        for (Method method : values()) {
            map.put(method.token, method);
        }
        return Map.copyOf(map);
    }

    /** The method of that name, {@link #UNREGISTERED} if there is none. */
    public static Method of(String token) {
        return BY_TOKEN.getOrDefault(token, UNREGISTERED);
    }

    /** As {@link #of(String)}, without allocation for the three that are nearly all the traffic. */
    public static Method of(byte[] buffer, int offset, int length) {
        if (length == 3 && buffer[offset] == 'G' && buffer[offset + 1] == 'E' && buffer[offset + 2] == 'T') {
            return GET;
        }
        if (length == 4 && is(HEAD, buffer, offset)) {
            return HEAD;
        }
        if (length == 4 && is(POST, buffer, offset)) {
            return POST;
        }
        return length > 16 ? UNREGISTERED : of(Octets.text(buffer, offset, length));
    }

    private static boolean is(Method method, byte[] buffer, int offset) {
        for (int i = 0; i < method.token.length(); i++) {
            if (buffer[offset + i] != method.token.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
