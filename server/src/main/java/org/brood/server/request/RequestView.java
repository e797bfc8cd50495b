package org.brood.server.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.brood.api.Headers;
import org.brood.api.Request;
import org.brood.protocol.http1.BodyFraming;
import org.brood.protocol.http1.FieldTable;
import org.brood.protocol.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/** The client's words, over a detached head; header fields may be changed by RequestHeader, so they are copied when needed. */
public final class RequestView implements Request {
    private static final String HOST = "Host";

    private final RequestHead head;
    private final Causes causes;
    private BodySource body = InputStream::nullInputStream;
    private final String id;
    private String method;
    private @Nullable FieldList fields;

    /** Where the body comes from. */
    @FunctionalInterface
    public interface BodySource {
        InputStream open() throws IOException;
    }

    RequestView(RequestHead head, Causes causes, String id, @Nullable String method) {
        this.head = head;
        this.causes = causes;
        this.id = id;
        this.method = method == null ? head.methodText() : method;
    }

    RequestView asMethod(String other) {
        RequestView view = new RequestView(head, causes, id, other);
        view.fields = fields;
        return view;
    }

    void readsFrom(BodySource source) {
        body = source;
    }

    RequestHead head() {
        return head;
    }

    @Override
    public String line() {
        return head.lineText();
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String target() {
        return head.targetText();
    }

    @Override
    public String protocol() {
        return "HTTP/" + head.majorVersion() + "." + head.minorVersion();
    }

    @Override
    public int protocolNumber() {
        return head.http09() ? 9 : head.majorVersion() * 1000 + head.minorVersion();
    }

    @Override
    public @Nullable String header(String name) {
        if (fields != null) {
            return fields.merged(name);
        }
        String value =
                head.hostFromTarget() && name.equalsIgnoreCase(HOST) ? targetHost() : merged(head.fields(), name);
        causes.field(name, value);
        return value;
    }

    /** A host in the target takes the place of the Host field (RFC 9112 section 3.2.2), for modules and scripts too. */
    private String targetHost() {
        return hostname() + (head.hostPort() == 0 ? "" : ":" + head.hostPort());
    }

    @Override
    public Headers headers() {
        causes.lose();
        if (fields == null) {
            fields = new FieldList();
            FieldTable table = head.fields();
            for (int i = 0; i < table.size(); i++) {
                fields.add(table.name(i), table.value(i));
            }
            if (head.hostFromTarget() && fields.contains(HOST)) {
                fields.set(HOST, targetHost());
            }
        }
        return fields;
    }

    @Override
    public @Nullable String hostname() {
        if (!head.hasHost()) {
            return null;
        }
        String name = head.hostText().toLowerCase(Locale.ROOT);
        return head.hostIsV6() ? "[" + name + "]" : name;
    }

    @Override
    public long contentLength() {
        return head.framing() == BodyFraming.LENGTH ? head.contentLength() : -1;
    }

    @Override
    public boolean hasBody() {
        return head.framing() != BodyFraming.NONE;
    }

    @Override
    public InputStream body() throws IOException {
        causes.lose();
        return body.open();
    }

    @Override
    public String id() {
        causes.lose();
        return id;
    }

    /** The values of a field joined by comma and blank; null when there is none. */
    static @Nullable String merged(FieldTable table, String name) {
        int line = table.find(name, 0);
        if (line < 0) {
            return null;
        }
        String value = table.value(line);
        for (int next = table.find(name, line + 1); next >= 0; next = table.find(name, next + 1)) {
            value = value + ", " + table.value(next);
        }
        return value;
    }
}
