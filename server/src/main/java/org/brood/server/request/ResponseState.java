package org.brood.server.request;

import java.io.IOException;
import java.io.OutputStream;
import org.brood.api.Body;
import org.brood.api.Response;
import org.jspecify.annotations.Nullable;

/** The answer while it is made. The connection asks it for its final shape when the head is due. */
public final class ResponseState implements Response {

    /** Opens the way to the client for a body that is written as it goes. */
    @FunctionalInterface
    public interface StreamSource {
        OutputStream open() throws IOException;
    }

    private @Nullable StreamSource source;
    private @Nullable StreamSource rawSource;
    private int status = 200;
    private @Nullable String statusLine;
    private @Nullable String contentType;
    private FieldList headers = new FieldList();
    private final FieldList errorHeaders;
    private Body body = Body.EMPTY;
    private @Nullable OutputStream stream;
    private @Nullable String errorNote;
    private @Nullable String allowed;
    private boolean committed;
    private boolean errorPage;
    private long bodyBytesSent;

    ResponseState(FieldList errorHeaders) {
        this.errorHeaders = errorHeaders;
    }

    /** Where a stream would lead; an answer that is given again keeps its first way, which is closed. */
    void streamsTo(StreamSource way, StreamSource raw) {
        if (source == null) {
            source = way;
            rawSource = raw;
        }
    }

    @Override
    public boolean isErrorPage() {
        return errorPage;
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
    public FieldList headers() {
        return headers;
    }

    @Override
    public FieldList errorHeaders() {
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
    public OutputStream stream() throws IOException {
        return opened(source);
    }

    @Override
    public OutputStream rawStream() throws IOException {
        return opened(rawSource);
    }

    private OutputStream opened(@Nullable StreamSource way) throws IOException {
        OutputStream open = stream;
        if (open == null) {
            if (way == null) {
                throw new IOException("there is no way to the client");
            }
            open = way.open();
            stream = open;
        }
        return open;
    }

    /** The stream when a handler has opened it. */
    public @Nullable OutputStream openedStream() {
        return stream;
    }

    /** The methods that Allow names where it is sent; null for those that every file has. */
    public @Nullable String allowed() {
        return allowed;
    }

    public void allowed(String methods) {
        allowed = methods;
    }

    @Override
    public boolean committed() {
        return committed;
    }

    public void commit() {
        committed = true;
    }

    @Override
    public long bodyBytesSent() {
        return bodyBytesSent;
    }

    public void bodyBytesSent(long bytes) {
        bodyBytesSent = bytes;
    }

    @Override
    public @Nullable String errorNote() {
        return errorNote;
    }

    @Override
    public void errorNote(@Nullable String note) {
        errorNote = note;
    }

    /** Drops what a good answer prepared, before an error page takes its place; what was to stay in any case becomes its headers, as in httpd. */
    public void resetForError() {
        errorPage = true;
        stream = null;
        headers = errorHeaders.copy();
        errorHeaders.clear();
        body = Body.EMPTY;
        statusLine = null;
        contentType = null;
    }
}
