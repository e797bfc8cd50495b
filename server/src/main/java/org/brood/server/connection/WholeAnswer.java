package org.brood.server.connection;

import java.io.IOException;
import java.util.List;
import org.brood.api.Body;
import org.brood.posix.ErrnoException;
import org.brood.posix.FileContent;
import org.brood.protocol.http.Status;
import org.brood.protocol.http1.KeepAlive;
import org.brood.server.replay.OpenFile;
import org.brood.server.replay.RememberedAnswer;
import org.brood.server.replay.RememberedAnswers;
import org.brood.server.request.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * Makes bytes of an answer whose body is known whole, and remembers it where all its causes are known. Small files are read
 * into memory; larger ones stay open and leave by sendfile.
 */
final class WholeAnswer {
    private static final int SMALL_FILE = 32 * 1024;
    private static final int LARGE = 128 * 1024;

    private final Services services;
    private final @Nullable Site site;
    private final Turn turn;
    private final Scratch scratch;

    WholeAnswer(Services services, @Nullable Site site, Turn turn, Scratch scratch) {
        this.services = services;
        this.site = site;
        this.turn = turn;
        this.scratch = scratch;
    }

    Answer of(HttpExchange exchange) throws IOException {
        if (exchange.response().committed()) {
            return Answer.streamed(turn, exchange);
        }
        try {
            return render(exchange);
        } catch (ErrnoException | OpenFile.ChangedException gone) {
            return instead(exchange, 404);
        } catch (IllegalArgumentException unfit) {
            turn.reconsider();
            return instead(exchange, 500);
        }
    }

    /** The file went away between deciding and opening, or the head cannot be written: another answer takes its place. */
    private Answer instead(HttpExchange exchange, int status) throws IOException {
        HttpExchange other = services.processor()
                .refuse(
                        turn,
                        exchange.virtualHost(),
                        turn.head(),
                        exchange.request().id(),
                        status,
                        "");
        if (other.response().committed()) {
            return Answer.streamed(turn, other);
        }
        try {
            return render(other);
        } catch (ErrnoException | OpenFile.ChangedException | IllegalArgumentException again) {
            throw new IOException("no answer can be made", again);
        }
    }

    private Answer render(HttpExchange exchange) throws OpenFile.ChangedException {
        Body body = content(exchange);
        int status = exchange.response().status();
        boolean bare = turn.head().http09();
        KeepAlive.Verdict verdict = turn.decideWhole(status);
        if (turn.bodyRefused()) {
            exchange.response().headers().remove("Content-Length");
        }
        long second = System.currentTimeMillis() / 1000L;
        Transmission out = new Transmission();
        long length = 0;
        if (!bare) {
            RememberedAnswer.Rendered head = new HeadRenderer(scratch, exchange, false).pieces(second);
            byte[] words = HeadRenderer.connection(verdict, turn.rules().keepAlive(), turn.keptAnswers());
            int headLength = HeadRenderer.join(scratch, head, words, second);
            out.copyOf(scratch.output(), 0, headLength);
            length = headLength;
            remember(exchange, head, body);
        }
        put(out, body);
        return Answer.whole(turn, exchange, out, length + body.length());
    }

    /** What is sent behind the head: nothing for HEAD, 204 and 304; a small file as bytes. */
    private Body content(HttpExchange exchange) throws OpenFile.ChangedException {
        Body body = exchange.response().body();
        boolean silent = exchange.request().isHead()
                || Status.headOnly(exchange.response().status());
        if (silent) {
            return Body.EMPTY;
        }
        exchange.response().bodyBytesSent(body.length());
        return body instanceof Body.FileRange range && range.length() <= SMALL_FILE ? bytes(range) : body;
    }

    private static Body.Bytes bytes(Body.FileRange range) throws OpenFile.ChangedException {
        OpenFile file = OpenFile.open(range.file().toString(), range.status());
        try {
            byte[] data = new byte[(int) range.length()];
            int read = FileContent.read(file.descriptor(), data, 0, data.length, range.offset());
            if (read < data.length) {
                throw OpenFile.changed();
            }
            return new Body.Bytes(data);
        } finally {
            file.release();
        }
    }

    private static void put(Transmission out, Body body) throws OpenFile.ChangedException {
        switch (body) {
            case Body.Empty() -> {}
            case Body.Bytes(byte[] data) -> out.bytes(data, 0, data.length);
            case Body.FileRange range ->
                out.file(OpenFile.open(range.file().toString(), range.status()), range.offset(), range.length());
            case Body.Parts(List<Body> parts) -> {
                for (Body part : parts) {
                    put(out, part);
                }
            }
        }
    }

    private boolean mayBeRemembered(HttpExchange exchange, Body body) {
        boolean large = body instanceof Body.Bytes(byte[] data) && data.length > LARGE;
        return !large
                && exchange.causes().known()
                && RememberedAnswers.asks(turn.head())
                && !Status.dropsConnection(exchange.response().status())
                && !(exchange.response().body() instanceof Body.Parts);
    }

    private void remember(HttpExchange exchange, RememberedAnswer.Rendered head, Body body)
            throws OpenFile.ChangedException {
        RememberedAnswers memory = site == null ? null : site.remembered();
        if (memory == null || !mayBeRemembered(exchange, body)) {
            return;
        }
        RememberedAnswer.Content content = switch (body) {
            case Body.Bytes(byte[] data) -> new RememberedAnswer.Content(data, null, 0, 0);
            case Body.FileRange range ->
                new RememberedAnswer.Content(
                        new byte[0],
                        OpenFile.open(range.file().toString(), range.status()),
                        range.offset(),
                        range.length());
            case Body.Empty() -> new RememberedAnswer.Content(new byte[0], null, 0, 0);
            case Body.Parts parts -> throw new IllegalStateException("parts are not remembered: " + parts);
        };
        memory.remember(turn.head(), exchange, head, content, System.nanoTime());
    }
}
