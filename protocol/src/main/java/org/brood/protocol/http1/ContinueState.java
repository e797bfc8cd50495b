package org.brood.protocol.http1;

import org.brood.protocol.http.Octets;

/**
 * Where a request stands with {@code Expect: 100-continue} (RFC 9110 section 10.1.1), so that the interim answer goes out once, in time, or not at all.
 *
 * <pre>
 *   EXPECTED --body wanted, none of it here--> SENT        the caller sends 100 on this very transition
 *            --body wanted, some is here-----> OVERTAKEN   the client did not wait
 *            --final answer begins-----------> REFUSED     100 would come too late
 * </pre>
 *
 * A REFUSED client may or may not send the body that the final answer made pointless: nobody can tell where its next request begins, so the
 * connection ends. As in httpd that also holds for an expectation from HTTP/1.0, or without a body to send, which is REFUSED from the start.
 */
public enum ContinueState {
    NOT_EXPECTED,
    EXPECTED,
    SENT,
    OVERTAKEN,
    REFUSED;

    private static final byte[] INTERIM = Octets.bytes("HTTP/1.1 100 Continue\r\n\r\n");

    public static ContinueState of(RequestHead head) {
        if (!head.continueExpected()) {
            return NOT_EXPECTED;
        }
        boolean body = head.framing() == BodyFraming.CHUNKED || head.contentLength() > 0;
        return body && head.atLeastHttp11() ? EXPECTED : REFUSED;
    }

    /** Someone is about to wait for octets of the body; {@code someHere} tells whether octets behind the head have come already. */
    public ContinueState bodyWanted(boolean someHere) {
        if (this != EXPECTED) {
            return this;
        }
        return someHere ? OVERTAKEN : SENT;
    }

    /** The final answer begins. */
    public ContinueState answered() {
        return this == EXPECTED ? REFUSED : this;
    }

    /** Whether the connection can outlive this request as far as the expectation goes. */
    public boolean allowsKeepAlive() {
        return this != EXPECTED && this != REFUSED;
    }

    /** The interim answer; a copy. */
    public static byte[] interimAnswer() {
        return INTERIM.clone();
    }
}
