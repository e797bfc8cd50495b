package org.brood.conformance.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a stream of bytes into answers (RFC 9112, section 6.3). Reads not one byte beyond an answer's end, so that what
 * follows can be looked at as it is. What is not HTTP becomes an answer of status 0 whose body is all there is.
 */
public final class AnswerReader {

    private static final int END = -1;

    private final InputStream in;

    public AnswerReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next answer; empty at the end of the stream.
     *
     * @param toHead the request was a HEAD, so the answer has no body whatever its fields say
     */
    public Optional<Answer> read(boolean toHead) throws IOException {
        String statusLine = line();
        if (statusLine.isEmpty()) {
            return Optional.empty();
        }
        if (!statusLine.startsWith("HTTP/")) {
            byte[] rest = in.readAllBytes();
            byte[] all =
                    (statusLine + new String(rest, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
            return Optional.of(new Answer("", 0, List.of(), all, List.of(), true));
        }
        int status = Integer.parseInt(statusLine.split(" ")[1].trim());
        List<Answer.Field> fields = fields();
        Answer head = new Answer(statusLine.strip(), status, fields, new byte[0], List.of(), true);
        return Optional.of(toHead || bodiless(status) ? head : withBody(head));
    }

    private static boolean bodiless(int status) {
        return status < 200 || status == 204 || status == 304;
    }

    private Answer withBody(Answer head) throws IOException {
        if (head.field("Transfer-Encoding").orElse("").toLowerCase().endsWith("chunked")) {
            return chunked(head);
        }
        Optional<String> length = head.field("Content-Length");
        if (length.isEmpty()) {
            return with(head, in.readAllBytes(), List.of(), true);
        }
        int promised = Integer.parseInt(length.get());
        byte[] body = in.readNBytes(promised);
        return with(head, body, List.of(), body.length == promised);
    }

    private Answer chunked(Answer head) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String sizeLine = line().strip();
            if (sizeLine.isEmpty()) {
                return with(head, body.toByteArray(), List.of(), false);
            }
            int size = Integer.parseInt(sizeLine.split(";")[0].strip(), 16);
            if (size == 0) {
                return with(head, body.toByteArray(), fields(), true);
            }
            byte[] chunk = in.readNBytes(size);
            body.write(chunk);
            if (chunk.length < size) {
                return with(head, body.toByteArray(), List.of(), false);
            }
            line();
        }
    }

    private static Answer with(Answer head, byte[] body, List<Answer.Field> trailers, boolean whole) {
        return new Answer(head.statusLine(), head.status(), head.fields(), body, trailers, whole);
    }

    private List<Answer.Field> fields() throws IOException {
        List<Answer.Field> fields = new ArrayList<>();
        for (String line = line().stripTrailing(); !line.isEmpty(); line = line().stripTrailing()) {
            int colon = line.indexOf(':');
            fields.add(
                    colon < 0
                            ? new Answer.Field(line, "")
                            : new Answer.Field(
                                    line.substring(0, colon),
                                    line.substring(colon + 1).strip()));
        }
        return fields;
    }

    /** A line with its end; what there is when the stream ends in it. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != END; octet = in.read()) {
            line.append((char) octet);
            if (octet == '\n') {
                break;
            }
        }
        return line.toString();
    }
}
