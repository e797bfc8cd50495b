package org.brood.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.brood.protocol.http.Field;
import org.brood.protocol.http.RequestFields;
import org.jspecify.annotations.Nullable;

/** What the client asked. */
public interface Request {

    /** The request line as it came, without its line end; httpd's {@code the_request}. */
    String line();

    /** As it came, case kept. */
    String method();

    /** Whether it is HEAD (method() says HEAD too). */
    default boolean isHead() {
        return method().equals("HEAD");
    }

    /** The target as it came; httpd's {@code unparsed_uri}. */
    String target();

    /** {@code HTTP/1.1}, as it came. */
    String protocol();

    /** 9, 1000 or 1001: major x 1000 + minor. */
    int protocolNumber();

    /** The field value, several fields joined by {@code ", "}; null when there is none. An answer that asked depends on it. */
    @Nullable
    String header(String name);

    /** The same for the rules of the protocol, which ask for conditions and ranges: what they ask for the answer depends on. */
    default RequestFields fields() {
        return new RequestFields() {
            @Override
            public boolean has(Field field) {
                return value(field) != null;
            }

            @Override
            public @Nullable String value(Field field) {
                return header(field.text());
            }
        };
    }

    /**
     * All fields, for CGI and the like; a change of them shows in {@link #header} (RequestHeader does this). The answer
     * depends on all of them then and is not remembered.
     */
    Headers headers();

    /** The name of the server as the client wrote it (Host or absolute target), without the port; null when it wrote none. */
    @Nullable
    String hostname();

    /** Content-Length, or -1 when there is none (no body, or a chunked one: see {@link #hasBody}). */
    long contentLength();

    boolean hasBody();

    /**
     * The body. Reading sends 100 Continue when the client waits for it; blocks on a thread that may. Fails with a {@code
     * RequestBodyException} that carries the status (413, 400, 408) when the body is too long, malformed or too slow.
     */
    InputStream body() throws IOException;

    /**
     * Reads what is left of the body and drops it. A handler that has no use for a body calls this first, so that a broken or too long one is
     * answered as such; fails as {@link #body} does.
     */
    default void discardBody() throws IOException {
        if (hasBody()) {
            body().transferTo(OutputStream.nullOutputStream());
        }
    }

    /** A number that is unique over the server's children and restarts, for logs and UNIQUE_ID-like uses. */
    String id();
}
