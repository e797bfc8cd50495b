package org.brood.modules.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.brood.api.Body;
import org.brood.api.Response;
import org.jspecify.annotations.Nullable;

/** An answer that is only collected. */
public final class TestResponse implements Response {
    private final TestFields headers = new TestFields();
    private final TestFields errorHeaders = new TestFields();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int status = 200;
    private @Nullable String statusLine;
    private @Nullable String contentType;
    private @Nullable String note;
    private Body body = Body.EMPTY;

    public boolean errorPage;

    /** Wraps what is written, as the server's filters do. */
    public OutputStream filtered = written;

    /** The whole body as text. */
    public String text() {
        return switch (body) {
            case Body.Empty empty -> written.toString(StandardCharsets.ISO_8859_1);
            case Body.Bytes bytes -> new String(bytes.data(), StandardCharsets.ISO_8859_1);
            case Body.FileRange range -> file(range);
            case Body.Parts parts -> throw new UnsupportedOperationException("no test needs " + parts);
        };
    }

    public byte[] octets() {
        return written.toByteArray();
    }

    private static String file(Body.FileRange range) {
        try {
            return Files.readString(range.file(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OutputStream rawStream() {
        return written;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public void status(int value) {
        status = value;
    }

    @Override
    public @Nullable String statusLine() {
        return statusLine;
    }

    @Override
    public void statusLine(@Nullable String value) {
        statusLine = value;
    }

    @Override
    public @Nullable String contentType() {
        return contentType;
    }

    @Override
    public void contentType(@Nullable String value) {
        contentType = value;
    }

    @Override
    public TestFields headers() {
        return headers;
    }

    @Override
    public TestFields errorHeaders() {
        return errorHeaders;
    }

    @Override
    public void body(Body value) {
        body = value;
    }

    @Override
    public Body body() {
        return body;
    }

    @Override
    public OutputStream stream() {
        return filtered;
    }

    @Override
    public boolean committed() {
        return false;
    }

    @Override
    public long bodyBytesSent() {
        return text().length();
    }

    @Override
    public boolean isErrorPage() {
        return errorPage;
    }

    @Override
    public @Nullable String errorNote() {
        return note;
    }

    @Override
    public void errorNote(@Nullable String value) {
        note = value;
    }
}
