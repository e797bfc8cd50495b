package org.brood.server.connection;

import org.brood.protocol.http.DateStamp;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.Status;
import org.brood.protocol.http1.KeepAlive;
import org.brood.protocol.http1.ResponseHeadWriter;
import org.brood.server.replay.RememberedAnswer;
import org.brood.server.request.FieldList;
import org.brood.server.request.HttpExchange;
import org.brood.server.request.ResponseState;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer's head as httpd orders it (http_filters.c): status line, Date, Server, the fields with the error fields in front,
 * Keep-Alive and Connection, Transfer-Encoding, Content-Type, Content-Encoding, Content-Language.
 */
final class HeadRenderer {
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] CLOSE = Octets.bytes("Connection: close\r\n");

    private final ResponseHeadWriter writer;
    private final DateStamp date;
    private final HttpExchange exchange;
    private final boolean chunked;

    HeadRenderer(Scratch scratch, HttpExchange exchange, boolean chunked) {
        this.writer = scratch.writer;
        this.date = scratch.date;
        this.exchange = exchange;
        this.chunked = chunked;
    }

    /** The two pieces around what is said of the connection. */
    RememberedAnswer.Rendered pieces(long epochSecond) {
        ResponseState response = exchange.response();
        int status = response.status();
        String line = response.statusLine();
        if (line == null) {
            writer.begin(status);
        } else {
            writer.begin(status, line);
        }
        FieldList all = response.errorHeaders().over(response.headers());
        @Nullable String ownDate = all.get("Date");
        if (ownDate == null) {
            writer.date(date, epochSecond);
        } else {
            writer.field("Date", ownDate);
        }
        String software = exchange.virtualHost().software();
        if (!software.isEmpty()) {
            writer.field("Server", software);
        }
        all.forEach((name, value) -> field(status, name, value));
        int dateOffset = writer.dateOffset();
        byte[] before = writer.toByteArray();
        return new RememberedAnswer.Rendered(before, dateOffset, after(status));
    }

    private void field(int status, String name, String value) {
        boolean hop = name.equalsIgnoreCase("Date")
                || name.equalsIgnoreCase("Server")
                || name.equalsIgnoreCase("Connection")
                || name.equalsIgnoreCase("Keep-Alive")
                || name.equalsIgnoreCase("Transfer-Encoding")
                || name.equalsIgnoreCase("Content-Type") && exchange.response().contentType() != null
                || chunked && name.equalsIgnoreCase("Content-Length");
        boolean unfit = Status.headOnly(status)
                && (name.equalsIgnoreCase("Content-Length")
                        || name.equalsIgnoreCase("Content-Range")
                        || name.equalsIgnoreCase("Content-Type"));
        if (!hop && !unfit) {
            writer.field(name, value);
        }
    }

    private byte[] after(int status) {
        ResponseState response = exchange.response();
        ResponseHeadWriter tail = new ResponseHeadWriter(128);
        if (chunked) {
            tail.field("Transfer-Encoding", "chunked");
        }
        if (!Status.headOnly(status)) {
            @Nullable String type = response.contentType();
            if (type != null) {
                tail.field("Content-Type", type);
            }
            @Nullable String encoding = exchange.resource().contentEncoding();
            if (encoding != null) {
                tail.field("Content-Encoding", encoding);
            }
            if (!exchange.resource().contentLanguages().isEmpty()) {
                tail.field(
                        "Content-Language",
                        String.join(", ", exchange.resource().contentLanguages()));
            }
        }
        return tail.end().toByteArray();
    }

    /**
     * Puts the pieces together with what is said of the connection into the scratch output.
     *
     * @return the length of the head
     */
    static int join(Scratch scratch, RememberedAnswer.Rendered head, byte[] connection, long epochSecond) {
        byte[] output = scratch.output(head.before().length + connection.length + head.after().length);
        System.arraycopy(head.before(), 0, output, 0, head.before().length);
        if (head.dateOffset() >= 0) {
            scratch.date.write(epochSecond, output, head.dateOffset());
        }
        int at = head.before().length;
        System.arraycopy(connection, 0, output, at, connection.length);
        at += connection.length;
        System.arraycopy(head.after(), 0, output, at, head.after().length);
        return at + head.after().length;
    }

    /** What is said of the connection: Keep-Alive and Connection. */
    static byte[] connection(KeepAlive.Verdict verdict, KeepAlive rules, int kept) {
        return switch (verdict) {
            case KEEP -> NOTHING;
            case CLOSE -> CLOSE;
            case KEEP_AND_SAY ->
                Octets.bytes("Keep-Alive: " + rules.fieldValue(kept) + "\r\nConnection: Keep-Alive\r\n");
        };
    }
}
