package org.brood.protocol.http1;

/**
 * The administrator's limits on HTTP/1.x, under the names of httpd's directives; sizes in octets.
 *
 * @param limitRequestLine LimitRequestLine. As in httpd the buffer of a line has two octets more, so one octet above the limit still passes
 * @param limitRequestFields LimitRequestFields; 0 is no limit
 * @param limitRequestFieldSize LimitRequestFieldSize, of one line with its name, and of all values of a field together; the same extra octet
 * @param limitRequestBody LimitRequestBody; 0 is no limit. Per directory in httpd: whoever reads the body may pass another one
 * @param strict HttpProtocolOptions Strict rather than Unsafe
 * @param registeredMethods RegisteredMethods rather than LenientMethods
 * @param http09 Allow0.9 rather than Require1.0
 */
public record Http1Rules(
        int limitRequestLine,
        int limitRequestFields,
        int limitRequestFieldSize,
        long limitRequestBody,
        boolean strict,
        boolean registeredMethods,
        boolean http09) {

    /** httpd's defaults: 8190, 100, 8190, 1 GiB, Strict, LenientMethods, Allow0.9. */
    public static final Http1Rules DEFAULTS = new Http1Rules(8190, 100, 8190, 1L << 30, true, false, true);

    public Http1Rules {
        if (limitRequestLine < 0 || limitRequestFields < 0 || limitRequestFieldSize < 0 || limitRequestBody < 0) {
            throw new IllegalArgumentException("limits are not negative");
        }
    }

    public Http1Rules withProtocolOptions(boolean strict, boolean registeredMethods, boolean http09) {
        return new Http1Rules(
                limitRequestLine,
                limitRequestFields,
                limitRequestFieldSize,
                limitRequestBody,
                strict,
                registeredMethods,
                http09);
    }

    public Http1Rules withLimits(int line, int fields, int fieldSize, long body) {
        return new Http1Rules(line, fields, fieldSize, body, strict, registeredMethods, http09);
    }

    /** The most octets of a line before its CRLF. */
    int longestLine() {
        return limitRequestLine + 1;
    }

    /** The most octets of a field line before its CRLF. */
    int longestField() {
        return limitRequestFieldSize + 1;
    }
}
