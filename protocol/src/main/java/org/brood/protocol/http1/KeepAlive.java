package org.brood.protocol.http1;

import org.brood.protocol.http.Method;
import org.brood.protocol.http.Status;

/**
 * Whether a connection outlives an answer: httpd's {@code ap_set_keepalive} as a table. It does only if every line says yes, tried in this order:
 *
 * <pre>
 *   the request left its end beyond doubt            not mustClose, no 100-continue open
 *   the answer's end can be known                    HEAD, 204, 304, Content-Length, chunked, or HTTP/1.1, which we chunk
 *   KeepAlive is on, KeepAliveTimeout above 0, MaxKeepAliveRequests not used up
 *   the status is not one that ends connections      400 408 411 413 414 500 501 503
 *   neither the handler nor a stopping child wants it closed
 *   the client did not say close, and said keep-alive or speaks HTTP/1.1
 * </pre>
 *
 * @param on the directive KeepAlive
 * @param timeoutMillis KeepAliveTimeout
 * @param maxRequests MaxKeepAliveRequests: so many answers of a connection keep it, the next one closes it; 0 is no limit
 */
public record KeepAlive(boolean on, long timeoutMillis, int maxRequests) {

    /** What an answer says of its connection. */
    public enum Verdict {
        /** {@code Connection: close}. */
        CLOSE,
        /** Nothing: HTTP/1.1 persists unless told otherwise. */
        KEEP,
        /** {@code Keep-Alive: timeout=..., max=...} and {@code Connection: Keep-Alive}, because the client sent that word itself. */
        KEEP_AND_SAY
    }

    /**
     * @param status of the answer
     * @param delimited whether the answer has Content-Length or Transfer-Encoding already
     * @param closing whether handler, child or connection want an end
     * @param kept answers of this connection that kept it so far
     */
    public Verdict decide(
            RequestHead head, ContinueState expectation, int status, boolean delimited, boolean closing, int kept) {
        boolean keep = endsBeyondDoubt(head, expectation)
                && (bodiless(head, status) || delimited || head.atLeastHttp11())
                && on
                && timeoutMillis > 0
                && (maxRequests == 0 || kept < maxRequests)
                && !Status.dropsConnection(status)
                && !closing
                && !clientLeaves(head);
        if (!keep) {
            return Verdict.CLOSE;
        }
        return head.keepAliveRequested() ? Verdict.KEEP_AND_SAY : Verdict.KEEP;
    }

    /** Whether the client itself wants no other answer: it said close, or speaks HTTP/1.0 and did not say keep-alive. */
    public static boolean clientLeaves(RequestHead head) {
        return head.closeRequested() || !head.keepAliveRequested() && !head.atLeastHttp11();
    }

    /**
     * Whether the answer's body goes out in chunks: only to HTTP/1.1, only when nothing else delimits it. An answer that ends the connection for doubt about
     * the request is ended by the connection, as in httpd.
     */
    public static boolean chunks(RequestHead head, ContinueState expectation, int status, boolean delimited) {
        return head.atLeastHttp11() && !delimited && !bodiless(head, status) && endsBeyondDoubt(head, expectation);
    }

    private static boolean endsBeyondDoubt(RequestHead head, ContinueState expectation) {
        return !head.mustClose() && expectation.allowsKeepAlive();
    }

    private static boolean bodiless(RequestHead head, int status) {
        return head.method() == Method.HEAD || Status.headOnly(status);
    }

    /** The value of the Keep-Alive field, given how many answers kept the connection before this one. */
    public String fieldValue(int kept) {
        String timeout = "timeout=" + timeoutMillis / 1000;
        return maxRequests == 0 ? timeout : timeout + ", max=" + (maxRequests - kept);
    }
}
