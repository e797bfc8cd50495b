package org.brood.conformance.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One answer, as it came.
 *
 * @param statusLine without its line end; empty when the peer spoke no HTTP
 * @param status 0 when the peer spoke no HTTP
 * @param fields header fields in the order and the case of the wire
 * @param body without the chunked coding
 * @param trailers fields after the last chunk
 * @param whole the body had the length that the head promised
 */
public record Answer(
        String statusLine, int status, List<Field> fields, byte[] body, List<Field> trailers, boolean whole) {

    /** A header field; the name keeps its case. */
    public record Field(String name, String value) {}

    public Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** The server said that it will close the connection after this answer. */
    public boolean lastOnConnection() {
        String connection = field("Connection").orElse("");
        return connection.equalsIgnoreCase("close")
                || statusLine.startsWith("HTTP/1.0") && !connection.equalsIgnoreCase("keep-alive");
    }

    public boolean interim() {
        return status >= 100 && status < 200;
    }

    public String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
