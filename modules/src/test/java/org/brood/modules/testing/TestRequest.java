package org.brood.modules.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.brood.api.Headers;
import org.brood.api.Request;
import org.jspecify.annotations.Nullable;

/** A request as a test writes it. */
public final class TestRequest implements Request {
    public final TestFields fields = new TestFields();
    public String method = "GET";
    public String target = "/";
    public String protocol = "HTTP/1.1";
    public byte @Nullable [] body;

    /** Instead of {@link #body}. */
    public @Nullable InputStream stream;

    public void body(String text) {
        body = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String line() {
        return method + " " + target + " " + protocol;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public String protocol() {
        return protocol;
    }

    @Override
    public int protocolNumber() {
        return protocol.equals("HTTP/1.1") ? 1001 : 1000;
    }

    @Override
    public @Nullable String header(String name) {
        return fields.merged(name);
    }

    @Override
    public Headers headers() {
        return fields;
    }

    @Override
    public @Nullable String hostname() {
        String host = fields.get("Host");
        return host == null ? null : host.replaceAll(":\\d+$", "");
    }

    @Override
    public long contentLength() {
        String length = fields.get("Content-Length");
        return length != null ? Long.parseLong(length) : body == null ? -1 : body.length;
    }

    @Override
    public boolean hasBody() {
        return body != null || stream != null;
    }

    @Override
    public InputStream body() {
        if (stream != null) {
            return stream;
        }
        return new ByteArrayInputStream(body == null ? new byte[0] : body);
    }

    @Override
    public String id() {
        return "request-1";
    }
}
