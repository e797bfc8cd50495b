package org.brood.modules.generators.cgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with one script: the request's body in, head and body out, errors to the log. The body of the request is
 * read a piece at a time, only when the script has taken the one before; so the memory does not grow with either body.
 */
final class ScriptRun {
    private static final int PIECE = 32 * 1024;
    private static final int ENDED = -1;
    private static final int TIMEOUT = -2;

    /** How a script's head ended. */
    enum End {
        /** A body may follow. */
        COMPLETE,
        /** Its output ended before. */
        PREMATURE,
        MALFORMED,
        TIMED_OUT
    }

    private final byte[] buffer = new byte[PIECE];
    private final byte[] piece = new byte[PIECE];
    private final byte[] errorBuffer = new byte[4096];
    private final byte[] logged;
    private final Exchange exchange;
    private final Script script;
    private final ScriptHead head;
    private final ErrorLines errors;
    private final long timeoutMillis;
    private @Nullable InputStream body;
    private int pieceAt;
    private int pieceEnd;
    private int restAt;
    private int restEnd;
    private int loggedLength;

    /** @param logBuffer how much of the body to keep for ScriptLog */
    ScriptRun(Exchange exchange, Script script, ScriptHead head, long timeoutMillis, int logBuffer) throws IOException {
        this.exchange = exchange;
        this.script = script;
        this.head = head;
        this.timeoutMillis = timeoutMillis;
        this.errors = new ErrorLines(exchange);
        this.logged = new byte[Math.max(0, logBuffer)];
        this.body = exchange.request().hasBody() ? exchange.request().body() : null;
        if (body == null) {
            script.closeInput();
        }
    }

    /** Runs until the script's head is there, feeding it. */
    End readHead() throws IOException {
        while (!head.complete()) {
            int count = step();
            if (count < 0) {
                return count == TIMEOUT ? End.TIMED_OUT : End.PREMATURE;
            }
            restAt = head.feed(buffer, count);
            restEnd = count;
            if (head.bad()) {
                return End.MALFORMED;
            }
        }
        return End.COMPLETE;
    }

    /**
     * Sends the rest of the output, all that is there whenever the script takes its time. As long as the request's body comes little is sent, so
     * that a body that breaks off can still be answered with an error.
     *
     * @return false when the script said nothing for too long
     */
    boolean copyBody(OutputStream out) throws IOException {
        out.write(buffer, restAt, restEnd - restAt);
        while (true) {
            if (body == null && !script.hasSpoken()) {
                out.flush();
            }
            int count = step();
            if (count < 0) {
                errors.flush();
                return count == ENDED;
            }
            out.write(buffer, 0, count);
        }
    }

    /** Waits for something to do and does it, until there is output. @return its bytes in the buffer, or why there is none */
    private int step() throws IOException {
        while (true) {
            fetchPiece();
            Script.Ready ready = script.await(pieceAt < pieceEnd, timeoutMillis);
            if (ready.nothing()) {
                return TIMEOUT;
            }
            if (ready.errors()) {
                errors.add(errorBuffer, Math.max(0, script.readErrors(errorBuffer)));
            }
            if (ready.input()) {
                feed();
            }
            if (ready.output()) {
                int count = script.readOutput(buffer);
                if (count != 0) {
                    return count < 0 ? ENDED : count;
                }
            }
        }
    }

    private void fetchPiece() throws IOException {
        InputStream source = body;
        if (source == null || pieceAt < pieceEnd) {
            return;
        }
        int count = source.read(piece, 0, piece.length);
        if (count < 0) {
            body = null;
            script.closeInput();
            return;
        }
        pieceAt = 0;
        pieceEnd = count;
        int kept = Math.min(count, logged.length - loggedLength);
        System.arraycopy(piece, 0, logged, loggedLength, kept);
        loggedLength += kept;
    }

    /** A script that does not read its input any more is not asked to; the rest of the body is the server's to discard. */
    private void feed() {
        int count = script.write(piece, pieceAt, pieceEnd - pieceAt);
        if (count < 0) {
            body = null;
            pieceAt = pieceEnd;
            script.closeInput();
            exchange.log("cgi").log(LogLevel.DEBUG, "BR0302", "the script does not read the rest of its input");
        } else {
            pieceAt += count;
        }
    }

    /** For ScriptLog. */
    String loggedBody() {
        return new String(logged, 0, loggedLength, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    String loggedErrors() {
        errors.flush();
        return errors.text();
    }

    /** The part of the output behind the head that has been read. */
    String loggedOutput() {
        return new String(buffer, restAt, Math.max(0, restEnd - restAt), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
