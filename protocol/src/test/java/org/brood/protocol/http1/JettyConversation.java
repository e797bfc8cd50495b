package org.brood.protocol.http1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** The first request of a connection as jetty-http's parser tells it, in the words of {@link Conversation}, without host and flags. */
final class JettyConversation implements HttpParser.RequestHandler {
    private final List<String> story = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private boolean complete;
    private boolean rejected;

    static List<String> of(byte[] octets, boolean ends) {
        JettyConversation conversation = new JettyConversation();
        HttpParser parser = new HttpParser(conversation, 8192, HttpCompliance.RFC9110);
        conversation.feed(parser, ByteBuffer.wrap(octets.clone()));
        if (ends && !conversation.over()) {
            parser.atEOF();
            parser.parseNext(ByteBuffer.allocate(0));
        }
        return conversation.end();
    }

    /** Octets of the first request, -1 if it is refused or not whole. */
    static int firstMessageLength(byte[] octets) {
        JettyConversation conversation = new JettyConversation();
        ByteBuffer buffer = ByteBuffer.wrap(octets.clone());
        conversation.feed(new HttpParser(conversation, 8192, HttpCompliance.RFC9110), buffer);
        return conversation.complete && !conversation.rejected ? buffer.position() : -1;
    }

    private void feed(HttpParser parser, ByteBuffer buffer) {
        int before = -1;
        while (!over() && buffer.position() != before) {
            before = buffer.position();
            parser.parseNext(buffer);
        }
    }

    private boolean over() {
        return complete || rejected;
    }

    private void tellBody() {
        if (data.size() > 0) {
            story.add("body " + Escapes.encode(data.toByteArray(), 0, data.size()));
            data.reset();
        }
    }

    private List<String> end() {
        tellBody();
        story.add(rejected ? "reject" : complete ? "idle" : "waiting");
        return story;
    }

    private void add(String event) {
        byte[] octets = event.getBytes(StandardCharsets.ISO_8859_1);
        story.add(Escapes.encode(octets, 0, octets.length));
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
        add(method + " " + uri);
    }

    @Override
    public void parsedHeader(HttpField field) {
        add("field " + field.getName() + ": " + (field.getValue() == null ? "" : field.getValue()));
    }

    @Override
    public void parsedTrailer(HttpField field) {
        tellBody();
        add("trailer " + field.getName() + ": " + (field.getValue() == null ? "" : field.getValue()));
    }

    @Override
    public boolean headerComplete() {
        return false;
    }

    @Override
    public boolean content(ByteBuffer item) {
        byte[] octets = new byte[item.remaining()];
        item.get(octets);
        data.writeBytes(octets);
        return false;
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public boolean messageComplete() {
        complete = true;
        return true;
    }

    @Override
    public void badMessage(HttpException failure) {
        rejected = true;
    }

    @Override
    public void earlyEOF() {
        rejected = true;
    }
}
