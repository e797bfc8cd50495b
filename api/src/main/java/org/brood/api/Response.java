package org.brood.api;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The answer while it is being made. */
public interface Response {

    int status();

    void status(int status);

    /** The whole status line after the protocol, such as {@code 404 Not Found}; null for the standard reason. */
    @Nullable
    String statusLine();

    void statusLine(@Nullable String statusLine);

    /** Content-Type with its parameters; null for none. */
    @Nullable
    String contentType();

    void contentType(@Nullable String contentType);

    /** Headers of a good answer; an error page replaces the answer and loses them (httpd's headers_out). */
    Headers headers();

    /** Headers that stay whatever the answer turns into (httpd's err_headers_out). */
    Headers errorHeaders();

    /** The body, whole. Headers and status may still change until the handler returns. */
    void body(Body body);

    Body body();

    /**
     * The body as it is written, blocking; unknown length unless Content-Length was set. The head leaves with the first flush
     * or full buffer.
     */
    OutputStream stream() throws IOException;

    /**
     * The way to the client without anything in between: what is written is the whole answer, head included, and the connection ends with it. For
     * scripts that make their own head.
     */
    OutputStream rawStream() throws IOException;

    /** Whether the head has left. */
    boolean committed();

    /** Body bytes sent so far, without chunk marks: {@code %b}. */
    long bodyBytesSent();

    /** Whether the server itself made this answer in place of one: its own page for an error or a redirect. */
    boolean isErrorPage();

    /** Text for the error page beside the standard sentence (httpd's "error-notes"); null for none. */
    @Nullable
    String errorNote();

    void errorNote(@Nullable String note);
}
