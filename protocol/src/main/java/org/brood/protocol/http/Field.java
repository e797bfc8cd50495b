package org.brood.protocol.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The request fields that a server or its common modules ask for. A head keeps the set of those it has seen as bits of one long, so
 * there are at most 64. Any other field is looked up by its name.
 */
public enum Field {
    HOST("Host"),
    CONNECTION("Connection"),
    CONTENT_LENGTH("Content-Length"),
    TRANSFER_ENCODING("Transfer-Encoding"),
    EXPECT("Expect"),
    UPGRADE("Upgrade"),
    KEEP_ALIVE("Keep-Alive"),
    TE("TE"),
    TRAILER("Trailer"),
    VIA("Via"),
    MAX_FORWARDS("Max-Forwards"),
    PROXY_CONNECTION("Proxy-Connection"),
    PROXY_AUTHORIZATION("Proxy-Authorization"),
    PROXY("Proxy"),
    HTTP2_SETTINGS("HTTP2-Settings"),
    IF_MATCH("If-Match"),
    IF_NONE_MATCH("If-None-Match"),
    IF_MODIFIED_SINCE("If-Modified-Since"),
    IF_UNMODIFIED_SINCE("If-Unmodified-Since"),
    IF_RANGE("If-Range"),
    RANGE("Range"),
    REQUEST_RANGE("Request-Range"),
    ACCEPT("Accept"),
    ACCEPT_CHARSET("Accept-Charset"),
    ACCEPT_ENCODING("Accept-Encoding"),
    ACCEPT_LANGUAGE("Accept-Language"),
    AUTHORIZATION("Authorization"),
    CACHE_CONTROL("Cache-Control"),
    PRAGMA("Pragma"),
    COOKIE("Cookie"),
    USER_AGENT("User-Agent"),
    REFERER("Referer"),
    ORIGIN("Origin"),
    FROM("From"),
    DATE("Date"),
    FORWARDED("Forwarded"),
    X_FORWARDED_FOR("X-Forwarded-For"),
    X_FORWARDED_HOST("X-Forwarded-Host"),
    X_FORWARDED_PROTO("X-Forwarded-Proto"),
    X_REAL_IP("X-Real-IP"),
    X_REQUESTED_WITH("X-Requested-With"),
    CONTENT_TYPE("Content-Type"),
    CONTENT_ENCODING("Content-Encoding"),
    CONTENT_LANGUAGE("Content-Language"),
    CONTENT_LOCATION("Content-Location"),
    CONTENT_RANGE("Content-Range"),
    CONTENT_MD5("Content-MD5"),
    DESTINATION("Destination"),
    DEPTH("Depth"),
    OVERWRITE("Overwrite"),
    SEC_WEBSOCKET_KEY("Sec-WebSocket-Key"),
    SEC_WEBSOCKET_VERSION("Sec-WebSocket-Version"),
    SEC_FETCH_SITE("Sec-Fetch-Site"),
    SEC_FETCH_MODE("Sec-Fetch-Mode"),
    SEC_FETCH_USER("Sec-Fetch-User"),
    SEC_FETCH_DEST("Sec-Fetch-Dest"),
    SEC_CH_UA("sec-ch-ua"),
    SEC_CH_UA_MOBILE("sec-ch-ua-mobile"),
    SEC_CH_UA_PLATFORM("sec-ch-ua-platform"),
    UPGRADE_INSECURE_REQUESTS("Upgrade-Insecure-Requests"),
    PRIORITY("Priority"),
    DNT("DNT"),
    ACCESS_CONTROL_REQUEST_METHOD("Access-Control-Request-Method"),
    ACCESS_CONTROL_REQUEST_HEADERS("Access-Control-Request-Headers");

    private static final FieldLookup LOOKUP = new FieldLookup(values());

    private final String text;
    private final String lower;

    Field(String text) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
    }

    /** The name as it is usually written. */
    public String text() {
        return text;
    }

    /** The name in lower case, as HTTP/2 writes it. */
    public String lower() {
        return lower;
    }

    /** This field's bit in a set of fields. */
    public long bit() {
        return 1L << ordinal();
    }

    /** The field of that name in any case, or null when it is not one of these. Allocates nothing. */
    public static @Nullable Field of(byte[] buffer, int offset, int length) {
        return LOOKUP.find(buffer, offset, length);
    }

    /** As {@link #of(byte[], int, int)}. */
    public static @Nullable Field of(String name) {
        byte[] octets = Octets.bytes(name);
        return LOOKUP.find(octets, 0, octets.length);
    }
}
