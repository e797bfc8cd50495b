package org.brood.bench.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one answer of the limit, with a head as long as other servers' heads are.
 *
 * @param status the status code
 * @param body the file that is the body, none for an answer without one
 * @param closes whether the connection ends with it
 */
public record CannedAnswer(int status, Optional<Path> body, boolean closes) {
    /** From here on it leaves by sendfile. */
    private static final long SENDFILE_FROM = 1 << 20;

    /** What goes over the wire, written as a file. */
    void writeTo(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head().getBytes(StandardCharsets.US_ASCII));
        if (body.isPresent()) {
            bytes.write(Files.readAllBytes(body.get()));
        }
        Files.write(file, bytes.toByteArray());
    }

    boolean bySendfile() throws IOException {
        return body.isPresent() && Files.size(body.get()) >= SENDFILE_FROM;
    }

    private String head() throws IOException {
        String length = status == 304
                ? ""
                : "Content-Type: text/html\r\nContent-Length: " + (body.isPresent() ? Files.size(body.get()) : 0)
                        + "\r\n";
        return "HTTP/1.1 " + status + " Canned\r\nServer: limit\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n" + length
                + "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\nConnection: " + (closes ? "close" : "keep-alive")
                + "\r\nETag: \"6955b900-400\"\r\nAccept-Ranges: bytes\r\n\r\n";
    }
}
