package org.brood.server.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.brood.api.Client;
import org.brood.api.Transfer;
import org.brood.mpm.spi.LentThread;
import org.brood.posix.Sockets;
import org.brood.posix.Syscall;
import org.brood.protocol.http.Status;
import org.brood.protocol.http1.BodyFraming;
import org.brood.protocol.http1.ContinueState;
import org.brood.protocol.http1.KeepAlive;
import org.brood.protocol.http1.RequestHead;
import org.brood.server.replay.RememberedAnswer;
import org.brood.server.request.HttpExchange;
import org.brood.server.request.PeerGoneException;
import org.brood.server.request.UnfitHeadException;
import org.brood.server.request.Wire;
import org.jspecify.annotations.Nullable;

/**
 * One request on a thread that may block: what its exchange needs of the connection, and the bookkeeping until it is logged.
 * Counts as {@link Transfer} for the log.
 */
final class Turn implements Wire, Transfer {
    private static final long MOST_DISCARDED = 64L << 20;

    private final HttpConnection connection;
    private final RequestHead head;
    private final ConnectionRules rules;
    private final long startedNanos;
    private final long startedMicros;
    private @Nullable LentThread thread;
    private @Nullable Scratch scratch;
    private @Nullable RequestBody body;
    private KeepAlive.Verdict verdict = KeepAlive.Verdict.CLOSE;
    private boolean decided;
    private long bytesOut;
    private boolean aborted;

    Turn(HttpConnection connection, RequestHead head, ConnectionRules rules, long startedNanos) {
        this.connection = connection;
        this.head = head;
        this.rules = rules;
        this.startedNanos = startedNanos;
        this.startedMicros = System.currentTimeMillis() * 1000L - Math.max(0, System.nanoTime() - startedNanos) / 1000L;
    }

    /** Lends the thread for working out the answer. */
    void begin(LentThread lent, Scratch buffers) {
        thread = lent;
        scratch = buffers;
        body = new RequestBody(head, rules, buffers.input, connection.socket(), lent);
    }

    /** The thread goes back. */
    void end() {
        thread = null;
        scratch = null;
    }

    private RequestBody requestBody() {
        if (body == null) {
            throw new IllegalStateException("the request has no thread");
        }
        return body;
    }

    @Override
    public Client client() {
        return connection;
    }

    @Override
    public Transfer transfer() {
        return this;
    }

    @Override
    public InputStream body(long limit) {
        return requestBody().within(limit);
    }

    @Override
    public long elapsedMicros() {
        return (System.nanoTime() - startedNanos) / 1000L;
    }

    @Override
    public long startedMicros() {
        return startedMicros;
    }

    /**
     * Decides once whether the connection goes on after an answer that is known whole; reads what is left of the request's body first.
     */
    KeepAlive.Verdict decideWhole(int status) {
        return decide(status, true, !Status.dropsConnection(status) && !bodyEnds());
    }

    private KeepAlive.Verdict decide(int status, boolean delimited, boolean ends) {
        if (!decided) {
            decided = true;
            RequestBody request = body;
            var expectation = request == null ? ContinueState.of(head) : request.expectation();
            verdict = rules.keepAlive()
                    .decide(
                            head,
                            expectation,
                            status,
                            delimited,
                            ends || connection.stopping(),
                            connection.keptAnswers());
        }
        return verdict;
    }

    /** Whether the end of the request's body has been found; reads what nobody wanted of it. */
    private boolean bodyEnds() {
        RequestBody request = body;
        return request == null || head.framing() == BodyFraming.NONE || request.discard(MOST_DISCARDED);
    }

    /** The body of the request did not follow the rules, or was too long: its error page is ended by the connection, as in httpd. */
    boolean bodyRefused() {
        return body != null && body.refused();
    }

    /** A streamed answer is out: what is left of the request's body has to go before the next request. */
    void streamed() {
        if (verdict != KeepAlive.Verdict.CLOSE && !aborted && !bodyEnds()) {
            verdict = KeepAlive.Verdict.CLOSE;
        }
    }

    /** The verdict that a replay has come to. */
    void decided(KeepAlive.Verdict known) {
        decided = true;
        verdict = known;
    }

    Peer peer() {
        return connection;
    }

    RequestHead head() {
        return head;
    }

    int keptAnswers() {
        return connection.keptAnswers();
    }

    long connectionId() {
        return connection.id();
    }

    int earlier() {
        return connection.answered();
    }

    /** A request that could not be read ends its connection, whatever its words were. */
    void mustClose() {
        decided = true;
        verdict = KeepAlive.Verdict.CLOSE;
    }

    KeepAlive.Verdict verdict() {
        return verdict;
    }

    ConnectionRules rules() {
        return rules;
    }

    @Override
    public OutputStream begin(HttpExchange exchange) throws IOException {
        Scratch buffers = scratch;
        LentThread lent = thread;
        if (buffers == null || lent == null) {
            throw new IllegalStateException("the answer has no thread");
        }
        requestBody().answered();
        int status = exchange.response().status();
        boolean delimited = exchange.response().headers().contains("Content-Length");
        boolean chunked = KeepAlive.chunks(head, requestBody().expectation(), status, delimited);
        boolean silent = exchange.request().isHead() || Status.headOnly(status);
        long second = System.currentTimeMillis() / 1000L;
        RememberedAnswer.Rendered pieces = head.http09() ? null : pieces(exchange, buffers, chunked, second);
        KeepAlive.Verdict said = decide(status, delimited, false);
        exchange.response().commit();
        if (pieces != null) {
            byte[] words = HeadRenderer.connection(said, rules.keepAlive(), connection.keptAnswers());
            int length = HeadRenderer.join(buffers, pieces, words, second);
            sendAll(buffers.output(), 0, length);
        }
        return new ResponseStream(this, exchange, chunked, silent);
    }

    private static RememberedAnswer.Rendered pieces(
            HttpExchange exchange, Scratch buffers, boolean chunked, long second) throws UnfitHeadException {
        try {
            return new HeadRenderer(buffers, exchange, chunked).pieces(second);
        } catch (IllegalArgumentException unfit) {
            throw new UnfitHeadException(unfit);
        }
    }

    /** Another answer takes the place of the one for which it was decided whether the connection goes on. */
    void reconsider() {
        decided = false;
    }

    @Override
    public OutputStream raw(HttpExchange exchange) {
        requestBody().answered();
        mustClose();
        exchange.response().commit();
        return new ResponseStream(this, exchange, false, false);
    }

    /** Sends all, waiting for the peer as long as Timeout. */
    void sendAll(byte[] data, int offset, int length) throws IOException {
        LentThread lent = thread;
        if (lent == null) {
            throw new IllegalStateException("the answer has no thread");
        }
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int sent = Sockets.send(connection.socket(), data, at, end - at, 0);
            if (sent == Syscall.WOULD_BLOCK) {
                if (!lent.awaitWritable(connection.socket(), rules.timeoutMillis())) {
                    aborted = true;
                    throw new PeerGoneException("the peer did not take the answer within Timeout");
                }
            } else if (sent < 0) {
                aborted = true;
                throw new PeerGoneException("the peer is gone");
            } else {
                at += sent;
                bytesOut += sent;
            }
        }
    }

    void sent(long bytes) {
        bytesOut += bytes;
    }

    @Override
    public void abandon() {
        abort();
    }

    void abort() {
        aborted = true;
        verdict = KeepAlive.Verdict.CLOSE;
    }

    @Override
    public long bytesIn() {
        return head.length() + (body == null ? 0 : body.received());
    }

    @Override
    public long bytesOut() {
        return bytesOut;
    }

    @Override
    public boolean aborted() {
        return aborted;
    }

    @Override
    public boolean keptAlive() {
        return !aborted && verdict != KeepAlive.Verdict.CLOSE;
    }
}
