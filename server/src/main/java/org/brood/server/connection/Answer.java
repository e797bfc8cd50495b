package org.brood.server.connection;

import java.io.IOException;
import org.brood.mpm.spi.LentThread;
import org.brood.protocol.http1.ContinueState;
import org.brood.protocol.http1.KeepAlive;
import org.brood.protocol.http1.RequestHead;
import org.brood.scoreboard.WorkerStatus;
import org.brood.server.connection.Transmission.Progress;
import org.brood.server.replay.OpenFile;
import org.brood.server.replay.RememberedAnswer;
import org.brood.server.request.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * An answer from the moment it is known until it is logged. What fits goes out by one send; the rest waits in a {@link
 * Transmission}. One owner thread.
 */
final class Answer {
    private static final byte[] PROTOCOL = {'h', 't', 't', 'p', '/', '1', '.', '1'};

    private final ConnectionRules rules;
    private final boolean keeps;
    private final boolean clientLeaves;
    private final long length;
    private final @Nullable Turn turn;
    private final @Nullable HttpExchange exchange;
    private final long startedNanos;
    private byte @Nullable [] direct;
    private int directLength;
    private @Nullable Transmission rest;

    private Answer(
            ConnectionRules rules,
            boolean keeps,
            boolean clientLeaves,
            long length,
            @Nullable Turn turn,
            @Nullable HttpExchange exchange,
            long startedNanos) {
        this.rules = rules;
        this.keeps = keeps;
        this.clientLeaves = clientLeaves;
        this.length = length;
        this.turn = turn;
        this.exchange = exchange;
        this.startedNanos = startedNanos;
    }

    /** Gives a remembered answer again; null when its file is gone in this moment. */
    static @Nullable Answer replay(
            HttpConnection connection,
            RememberedAnswer known,
            RequestHead head,
            ServedHost host,
            LentThread thread,
            Scratch scratch,
            long startNanos) {
        OpenFile file = known.file();
        if (file != null && !file.hold()) {
            return null;
        }
        long now = scratch.wallMillis(startNanos);
        note(connection, head, host, thread, now);
        ConnectionRules rules = host.rules();
        KeepAlive.Verdict verdict = rules.keepAlive()
                .decide(
                        head,
                        ContinueState.NOT_EXPECTED,
                        known.status(),
                        true,
                        connection.stopping(),
                        connection.keptAnswers());
        byte[] words = HeadRenderer.connection(verdict, rules.keepAlive(), connection.keptAnswers());
        int length = HeadRenderer.join(scratch, known.rendered(), words, now / 1000L);
        Turn turn = null;
        HttpExchange again = null;
        if (host.logs()) {
            turn = new Turn(connection, head.detach(), rules, startNanos);
            turn.decided(verdict);
            again = known.original().again(turn, turn.head());
        }
        boolean keeps = verdict != KeepAlive.Verdict.CLOSE;
        Answer answer = new Answer(
                rules, keeps, KeepAlive.clientLeaves(head), length + known.length(), turn, again, startNanos);
        answer.put(scratch, length, known.body(), file, known.fileOffset(), known.fileLength());
        return answer;
    }

    private static void note(Peer peer, RequestHead head, ServedHost host, LentThread thread, long nowMillis) {
        thread.row().status(WorkerStatus.WRITING);
        thread.row().connection(peer.label(), peer.label().length);
        int from = head.lineOffset();
        thread.row().request(head.buffer(), from, from + head.lineLength(), host.label(), PROTOCOL, nowMillis * 1000L);
    }

    private void put(
            Scratch scratch, int headLength, byte[] body, @Nullable OpenFile file, long offset, long fileLength) {
        byte[] output = scratch.output();
        int all = headLength;
        if (body.length <= output.length - headLength) {
            System.arraycopy(body, 0, output, headLength, body.length);
            all += body.length;
        } else {
            rest = new Transmission().bytes(body, 0, body.length);
        }
        if (file != null) {
            rest = (rest == null ? new Transmission() : rest).file(file, offset, fileLength);
        }
        direct = output;
        directLength = all;
    }

    /** Works an answer out on a thread that may block; what streamed is out already. */
    static Answer work(Services services, Site site, ServedHost host, Turn turn, LentThread thread, Scratch scratch)
            throws IOException {
        note(turn.peer(), turn.head(), host, thread, System.currentTimeMillis());
        turn.begin(thread, scratch);
        try {
            HttpExchange exchange = services.processor().answer(turn, host, turn.head(), services.requestId(turn));
            return new WholeAnswer(services, site, turn, scratch).of(exchange);
        } finally {
            turn.end();
        }
    }

    /** Answers a request that was not understood. */
    static Answer refuse(
            Services services, ServedHost host, Turn turn, LentThread thread, Scratch scratch, int status, String note)
            throws IOException {
        turn.begin(thread, scratch);
        try {
            HttpExchange exchange =
                    services.processor().refuse(turn, host, turn.head(), services.requestId(turn), status, note);
            return new WholeAnswer(services, null, turn, scratch).of(exchange);
        } finally {
            turn.end();
        }
    }

    /** An answer that was streamed: only the end is left. */
    static Answer streamed(Turn turn, HttpExchange exchange) {
        turn.streamed();
        boolean keeps = turn.verdict() != KeepAlive.Verdict.CLOSE && !turn.aborted();
        return new Answer(
                turn.rules(),
                keeps,
                KeepAlive.clientLeaves(turn.head()),
                turn.bytesOut(),
                turn,
                exchange,
                System.nanoTime());
    }

    /** An answer whose head and body wait in {@code rest}. */
    static Answer whole(Turn turn, HttpExchange exchange, Transmission rest, long length) {
        boolean keeps = turn.verdict() != KeepAlive.Verdict.CLOSE;
        Answer answer = new Answer(
                turn.rules(), keeps, KeepAlive.clientLeaves(turn.head()), length, turn, exchange, System.nanoTime());
        answer.rest = rest;
        return answer;
    }

    ConnectionRules rules() {
        return rules;
    }

    boolean keepsConnection() {
        return keeps && (turn == null || !turn.aborted());
    }

    /** Whether the client has no further request on this connection, by its own word. */
    boolean clientLeaves() {
        return clientLeaves;
    }

    HttpExchange exchange() {
        if (exchange == null) {
            throw new IllegalStateException("a replayed answer has no exchange");
        }
        return exchange;
    }

    Progress send(int socket) {
        byte[] output = direct;
        if (output != null) {
            direct = null;
            int sent = org.brood.posix.Sockets.send(socket, output, 0, directLength, 0);
            if (sent == org.brood.posix.Syscall.WOULD_BLOCK) {
                sent = 0;
            }
            if (sent < 0) {
                return Progress.BROKEN;
            }
            if (sent < directLength) {
                Transmission left = new Transmission().copyOf(output, sent, directLength - sent);
                rest = rest == null ? left : left.then(rest);
                return Progress.FULL;
            }
        }
        return rest == null ? Progress.DONE : rest.send(socket);
    }

    void broken() {
        if (turn != null) {
            turn.abort();
        }
        abandon();
    }

    void abandon() {
        if (rest != null) {
            rest.abandon();
        }
    }

    /** All is out, or nothing more will be: counts it and logs it. @return {@link System#nanoTime()} at the end */
    long finished(Services services, LentThread thread, boolean firstOnConnection) {
        long now = System.nanoTime();
        long micros = turn == null ? (now - startedNanos) / 1000L : turn.elapsedMicros();
        if (turn != null && exchange != null) {
            turn.sent(length - turn.bytesOut());
            services.processor().log(exchange);
        }
        thread.row().answered(length, micros, Scratch.of(thread).wallMillis(now) * 1000L, firstOnConnection);
        return now;
    }
}
