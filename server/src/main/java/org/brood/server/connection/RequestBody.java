package org.brood.server.connection;

import java.io.IOException;
import java.io.InputStream;
import org.brood.api.RequestBodyException;
import org.brood.mpm.spi.LentThread;
import org.brood.posix.Sockets;
import org.brood.posix.Syscall;
import org.brood.protocol.http.ProtocolViolation;
import org.brood.protocol.http1.BodyReader;
import org.brood.protocol.http1.ContinueState;
import org.brood.protocol.http1.RequestHead;
import org.brood.server.request.PeerGoneException;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as a stream. Reading waits for the peer on the lent thread, at most as long as RequestReadTimeout and
 * Timeout let it. Bytes behind the body stay in the input: they are the next request's.
 */
final class RequestBody extends InputStream {
    /** A body that nobody wants is waited for so long, all in all: a client that dawdles holds no thread. */
    private static final long DISCARD_NANOS = 30_000_000L;

    private final RequestHead head;
    private final ConnectionRules rules;
    private final Input input;
    private final int socket;
    private final LentThread thread;
    private long limit;
    private ContinueState expectation;
    private @Nullable BodyReader reader;
    private int dataOffset;
    private int dataLength;
    private long received;
    private long startedNanos;
    /** Nothing of what is discarded is waited for after this; 0 while somebody wants it. */
    private long discardUntilNanos;

    private boolean failed;
    private @Nullable RequestBodyException refusal;

    RequestBody(RequestHead head, ConnectionRules rules, Input input, int socket, LentThread thread) {
        this.head = head;
        this.rules = rules;
        this.input = input;
        this.socket = socket;
        this.thread = thread;
        this.expectation = ContinueState.of(head);
    }

    /** The limit that holds unless reading has begun. */
    RequestBody within(long most) {
        if (reader == null) {
            limit = most;
        }
        return this;
    }

    /** Whether the body was too long or not well-formed. */
    boolean refused() {
        return refusal != null;
    }

    ContinueState expectation() {
        return expectation;
    }

    /** The final answer begins: a 100 that was not sent is not sent any more. */
    void answered() {
        expectation = expectation.answered();
    }

    long received() {
        return received;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!find()) {
            return -1;
        }
        int taken = Math.min(length, dataLength);
        System.arraycopy(input.buffer, dataOffset, target, offset, taken);
        dataOffset += taken;
        dataLength -= taken;
        return taken;
    }

    @Override
    public int available() {
        return dataLength;
    }

    /** Finds data; false at the end of the body. */
    private boolean find() throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        try {
            return find(reader());
        } catch (ProtocolViolation violation) {
            failed = true;
            refusal = new RequestBodyException(violation.status(), String.valueOf(violation.getMessage()));
            throw refusal;
        }
    }

    private BodyReader reader() throws ProtocolViolation {
        BodyReader body = reader;
        if (body == null) {
            body = BodyReader.of(head, rules.http1(), limit);
            reader = body;
            startedNanos = System.nanoTime();
        }
        return body;
    }

    private boolean find(BodyReader body) throws IOException, ProtocolViolation {
        while (dataLength == 0) {
            if (body.ended()) {
                return false;
            }
            inviteBody();
            if (input.length() == 0) {
                fill();
            }
            int before = input.from;
            input.from += body.feed(input.buffer, input.from, input.to);
            received += input.from - before;
            dataOffset = body.dataOffset();
            dataLength = body.dataLength();
        }
        return true;
    }

    private void fill() throws IOException {
        int read = input.receive(socket);
        while (read == Syscall.WOULD_BLOCK) {
            int wait = waitMillis();
            if (wait <= 0 || !thread.awaitReadable(socket, wait)) {
                failed = true;
                throw new RequestBodyException(408, "AH01382: the request body came too slowly");
            }
            read = input.receive(socket);
        }
        if (read < 0) {
            failed = true;
            throw new PeerGoneException("the peer is gone");
        }
        if (read == 0) {
            failed = true;
            throw new RequestBodyException(400, "BR0106: the connection ended inside the body");
        }
    }

    private int waitMillis() {
        long wait = rules.timeoutMillis();
        if (!rules.reading().body().unlimited()) {
            long elapsed = (System.nanoTime() - startedNanos) / 1_000_000L;
            wait = Math.min(wait, rules.reading().body().deadlineMillis(received) - elapsed);
        }
        if (discardUntilNanos != 0) {
            wait = Math.min(wait, (discardUntilNanos - System.nanoTime()) / 1_000_000L);
        }
        return (int) wait;
    }

    private void inviteBody() throws IOException {
        ContinueState before = expectation;
        expectation = before.bodyWanted(input.length() > 0 || received > 0);
        if (before != expectation && expectation == ContinueState.SENT) {
            byte[] interim = ContinueState.interimAnswer();
            if (Sockets.send(socket, interim, 0, interim.length, 0) != interim.length) {
                failed = true;
                throw new PeerGoneException("the peer does not take 100 Continue");
            }
        }
    }

    /**
     * Reads what the handler left, so that the next request can be found.
     *
     * @return false when the connection cannot go on: the body is too much, too slow or broken, or the client waits for a
     *     100 that will not come; then the lingering close takes the rest, which needs no thread
     */
    boolean discard(long most) {
        if (failed || !expectation.allowsKeepAlive()) {
            return false;
        }
        if (head.contentLength() - received > most) {
            return false;
        }
        long begun = received;
        discardUntilNanos = System.nanoTime() + DISCARD_NANOS;
        try {
            dataLength = 0;
            while (find()) {
                dataLength = 0;
                if (received - begun > most) {
                    return false;
                }
            }
            return true;
        } catch (IOException broken) {
            return false;
        }
    }
}
