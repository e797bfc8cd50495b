package org.brood.protocol.http1;

import java.util.Arrays;
import org.brood.protocol.http.Field;
import org.brood.protocol.http.Method;
import org.brood.protocol.http.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A request head as a table over the octets it was read from. Its parser fills it anew for each request; it is good until the caller reuses those
 * octets or parses the next request. {@link #detach()} makes one that outlives both. Not thread-safe.
 *
 * <p>Methods that end in Offset speak of {@link #buffer()}. {@code *Text} methods allocate, the others do not. After a
 * {@link org.brood.protocol.http.ProtocolViolation} it holds what was understood until then, which is what a log wants: the line may be known and the
 * fields not.
 */
public final class RequestHead {
    private static final int ABSENT = -1;

    final FieldTable fields;
    private byte[] buffer = new byte[0];
    private int base;

    int length;
    Method method = Method.UNREGISTERED;
    private final int[] spans = new int[2 * Part.COUNT];
    int major = 1;
    int minor;
    boolean http09;
    int port;
    boolean hostFromTarget;
    boolean hostIsV6;

    BodyFraming framing = BodyFraming.NONE;
    long contentLength;
    boolean closeRequested;
    boolean keepAliveRequested;
    boolean upgradeRequested;
    boolean continueExpected;
    boolean mustClose;

    /** Slices of the request line, and the host. */
    static final class Part {
        static final int LINE = 0;
        static final int METHOD = 1;
        static final int TARGET = 2;
        static final int PROTOCOL = 3;
        static final int SCHEME = 4;
        static final int HOST = 5;
        static final int PATH = 6;
        static final int QUERY = 7;
        static final int COUNT = 8;

        private Part() {}
    }

    RequestHead() {
        this(new FieldTable());
    }

    private RequestHead(FieldTable fields) {
        this.fields = fields;
        Arrays.fill(spans, ABSENT);
    }

    void bind(byte[] octets, int newBase) {
        buffer = octets;
        base = newBase;
        fields.bind(octets, newBase);
    }

    void clear() {
        fields.clear();
        Arrays.fill(spans, ABSENT);
        length = 0;
        method = Method.UNREGISTERED;
        major = 1;
        minor = 0;
        http09 = false;
        port = 0;
        hostFromTarget = false;
        hostIsV6 = false;
        framing = BodyFraming.NONE;
        contentLength = 0;
        closeRequested = false;
        keepAliveRequested = false;
        upgradeRequested = false;
        continueExpected = false;
        mustClose = false;
    }

    void span(int part, int offset, int partLength) {
        spans[2 * part] = offset - base;
        spans[2 * part + 1] = partLength;
    }

    boolean has(int part) {
        return spans[2 * part] != ABSENT;
    }

    int offset(int part) {
        return base + spans[2 * part];
    }

    int length(int part) {
        return Math.max(0, spans[2 * part + 1]);
    }

    private String text(int part) {
        return has(part) ? Octets.text(buffer, offset(part), length(part)) : "";
    }

    /** A copy with octets of its own, for whoever outlives the buffer. */
    public RequestHead detach() {
        byte[] octets = Arrays.copyOfRange(buffer, base, base + length);
        RequestHead copy = new RequestHead(fields.over(octets));
        copy.buffer = octets;
        System.arraycopy(spans, 0, copy.spans, 0, spans.length);
        copy.length = length;
        copy.method = method;
        copy.major = major;
        copy.minor = minor;
        copy.http09 = http09;
        copy.port = port;
        copy.hostFromTarget = hostFromTarget;
        copy.hostIsV6 = hostIsV6;
        copy.framing = framing;
        copy.contentLength = contentLength;
        copy.closeRequested = closeRequested;
        copy.keepAliveRequested = keepAliveRequested;
        copy.upgradeRequested = upgradeRequested;
        copy.continueExpected = continueExpected;
        copy.mustClose = mustClose;
        return copy;
    }

    /** The octets that all offsets speak of. */
    public byte[] buffer() {
        return buffer;
    }

    /** Octets of the head, skipped empty lines and the closing one among them: the body or the next request begins behind them. */
    public int length() {
        return length;
    }

    public FieldTable fields() {
        return fields;
    }

    public Method method() {
        return method;
    }

    /** The method as sent; empty when the request line could not be split. */
    public String methodText() {
        return text(Part.METHOD);
    }

    /** The request target as sent (httpd's unparsed URI). */
    public String targetText() {
        return text(Part.TARGET);
    }

    public int targetOffset() {
        return offset(Part.TARGET);
    }

    public int targetLength() {
        return length(Part.TARGET);
    }

    /** The request line as sent, without its CRLF: httpd's {@code %r}. Empty before a whole line has come. */
    public String lineText() {
        return text(Part.LINE);
    }

    public int lineOffset() {
        return offset(Part.LINE);
    }

    /** 0 before a whole line has come. */
    public int lineLength() {
        return length(Part.LINE);
    }

    /** The path as sent, still percent-encoded, leading slashes merged into one as httpd does; {@code "*"} for {@code OPTIONS *}. */
    public String pathText() {
        if (pathLength() > 0) {
            return text(Part.PATH);
        }
        return method == Method.OPTIONS ? "*" : "/";
    }

    /** Only to be used when {@link #pathLength()} is not 0. */
    public int pathOffset() {
        return offset(Part.PATH);
    }

    /** 0 when the target has no path, as in authority form: {@link #pathText()} then says what it stands for. */
    public int pathLength() {
        return length(Part.PATH);
    }

    /** The query without its question mark; null when there is no question mark. */
    public @Nullable String queryText() {
        return has(Part.QUERY) ? text(Part.QUERY) : null;
    }

    public boolean hasQuery() {
        return has(Part.QUERY);
    }

    /** The scheme of an absolute-form target as sent; empty for the other forms. */
    public String schemeText() {
        return text(Part.SCHEME);
    }

    /** 1 for HTTP/1.1; 0 for HTTP/0.9. */
    public int majorVersion() {
        return major;
    }

    public int minorVersion() {
        return minor;
    }

    /** Whether the client speaks HTTP/1.1 or later, and so understands chunks and 100. */
    public boolean atLeastHttp11() {
        return major > 1 || major == 1 && minor >= 1;
    }

    /** A request of HTTP/0.9: the answer is the bare body, and then the end of the connection. */
    public boolean http09() {
        return http09;
    }

    /**
     * Whether a host is named: by the target, else by the Host field. It stands at {@link #hostOffset()} without port, brackets and trailing
     * dot, in the case sent: compare it without regard to case.
     */
    public boolean hasHost() {
        return has(Part.HOST);
    }

    public int hostOffset() {
        return offset(Part.HOST);
    }

    public int hostLength() {
        return length(Part.HOST);
    }

    public String hostText() {
        return text(Part.HOST);
    }

    /** The port named beside the host, 0 for none. */
    public int hostPort() {
        return port;
    }

    /** Whether the target named the host, which then overrides the Host field (RFC 9112 section 3.2.2). */
    public boolean hostFromTarget() {
        return hostFromTarget;
    }

    /** Whether the host is an IPv6 literal, which is written in brackets. */
    public boolean hostIsV6() {
        return hostIsV6;
    }

    public BodyFraming framing() {
        return framing;
    }

    /** Octets of the body when the framing is {@link BodyFraming#LENGTH}; else 0. */
    public long contentLength() {
        return contentLength;
    }

    /** {@code Connection: close}. */
    public boolean closeRequested() {
        return closeRequested;
    }

    /** {@code Connection: keep-alive}. */
    public boolean keepAliveRequested() {
        return keepAliveRequested;
    }

    /** {@code Connection: upgrade} and an Upgrade field. */
    public boolean upgradeRequested() {
        return upgradeRequested && fields.has(Field.UPGRADE);
    }

    /** {@code Expect: 100-continue}, from a client of any version; {@link ContinueState} decides what it means. */
    public boolean continueExpected() {
        return continueExpected;
    }

    /** Whether the connection must end after this request whatever else is agreed: framing that intermediaries may see otherwise, or HTTP/0.9. */
    public boolean mustClose() {
        return mustClose;
    }
}
