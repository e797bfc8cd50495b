package org.brood.protocol.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.brood.protocol.http.ProtocolViolation;
import org.jspecify.annotations.Nullable;

/**
 * The thinnest server's view of a connection: heads and bodies one after the other until the peer breaks a rule or the connection has to end. Octets come in
 * pieces of any cut; what is not taken is kept, and moved to another array before each piece, as a server with small buffers would. The story is one line an event:
 *
 * <pre>
 *   GET /path HTTP/1.1 host=name:port +close +continue
 *   field name: value             (header fields in order)
 *   body text                     (whenever the request is framed to have one)
 *   trailer name: value
 *   reject 400 FAULT | close | waiting | idle
 * </pre>
 */
final class Conversation {
    private static final int MARGIN = 3;

    private final Http1Rules rules;
    private final RequestHeadParser parser;
    private final List<String> story = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private byte[] pending = new byte[0];
    private @Nullable BodyReader body;
    private boolean over;
    private boolean mustClose;

    Conversation(Http1Rules rules) {
        this.rules = rules;
        this.parser = new RequestHeadParser(rules);
    }

    /** The story of octets that come in these pieces. */
    static List<String> of(Http1Rules rules, boolean ends, byte[]... pieces) {
        Conversation conversation = new Conversation(rules);
        for (byte[] piece : pieces) {
            conversation.receive(piece);
        }
        return conversation.story(ends);
    }

    void receive(byte[] piece) {
        byte[] joined = Arrays.copyOf(pending, pending.length + piece.length);
        System.arraycopy(piece, 0, joined, pending.length, piece.length);
        pending = joined;
        try {
            boolean advanced = true;
            while (advanced && !over) {
                advanced = body == null ? head() : body(body);
            }
        } catch (ProtocolViolation violation) {
            reject(violation);
        }
    }

    private boolean head() throws ProtocolViolation {
        byte[] window = new byte[pending.length + 2 * MARGIN];
        System.arraycopy(pending, 0, window, MARGIN, pending.length);
        int taken = parser.parse(window, MARGIN, MARGIN + pending.length);
        if (taken == RequestHeadParser.INCOMPLETE) {
            System.arraycopy(window, MARGIN, pending, 0, pending.length);
            return false;
        }
        if (taken < 0 || taken > pending.length || taken != parser.head().length()) {
            throw new AssertionError("took " + taken + " of " + pending.length);
        }
        RequestHead head = parser.head().detach();
        readAgain(window, taken, head);
        pending = Arrays.copyOfRange(pending, taken, pending.length);
        tell(head);
        mustClose = head.mustClose() || head.closeRequested();
        body = BodyReader.of(head, rules);
        return true;
    }

    /** A server may read a head on one thread and again on another: the same octets must mean the same. */
    private void readAgain(byte[] window, int taken, RequestHead first) throws ProtocolViolation {
        RequestHeadParser again = new RequestHeadParser(rules);
        int length = again.parse(window, MARGIN, window.length - MARGIN);
        if (length != taken || !describe(again.head()).equals(describe(first))) {
            throw new AssertionError("read again: " + describe(again.head()) + " instead of " + describe(first));
        }
    }

    private static String describe(RequestHead head) {
        StringBuilder text = new StringBuilder(head.lineText());
        for (int i = 0; i < head.fields().size(); i++) {
            text.append('\n')
                    .append(head.fields().name(i))
                    .append(": ")
                    .append(head.fields().value(i));
        }
        return text.toString();
    }

    private void tell(RequestHead head) {
        String host = head.hasHost() ? " host=" + head.hostText() : "";
        String port = head.hostPort() > 0 ? ":" + head.hostPort() : "";
        String version = " HTTP/" + head.majorVersion() + "." + head.minorVersion();
        String flags = (head.mustClose() ? " +close" : "") + (head.continueExpected() ? " +continue" : "");
        add(head.methodText() + " " + head.targetText() + version + host + port + flags);
        tellFields("field ", head.fields());
    }

    private void tellFields(String kind, FieldTable fields) {
        for (int i = 0; i < fields.size(); i++) {
            add(kind + fields.name(i) + ": " + fields.value(i));
        }
    }

    private void add(String event) {
        byte[] octets = event.getBytes(StandardCharsets.ISO_8859_1);
        story.add(Escapes.encode(octets, 0, octets.length));
    }

    private boolean body(BodyReader reader) throws ProtocolViolation {
        if (reader.ended()) {
            finish(reader);
            return true;
        }
        int taken = reader.feed(pending, 0, pending.length);
        if (reader.dataOffset() + reader.dataLength() > pending.length || taken < 0 || taken > pending.length) {
            throw new AssertionError("slice out of range");
        }
        data.write(pending, reader.dataOffset(), reader.dataLength());
        pending = Arrays.copyOfRange(pending, taken, pending.length);
        return taken > 0;
    }

    private void finish(BodyReader reader) {
        tellBody();
        tellFields("trailer ", reader.trailers());
        body = null;
        if (mustClose) {
            story.add("close");
            over = true;
        }
    }

    private void tellBody() {
        if (data.size() > 0) {
            story.add("body " + Escapes.encode(data.toByteArray(), 0, data.size()));
            data.reset();
        }
    }

    private void reject(ProtocolViolation violation) {
        tellBody();
        story.add("reject " + violation.status() + " " + violation.fault());
        over = true;
    }

    List<String> story(boolean ends) {
        if (!over && ends) {
            try {
                if (body != null) {
                    body.endOfInput();
                }
                parser.endOfInput();
                story.add("closed");
            } catch (ProtocolViolation violation) {
                reject(violation);
            }
        } else if (!over) {
            tellBody();
            story.add(body == null && pending.length == 0 ? "idle" : "waiting");
        }
        return List.copyOf(story);
    }
}
