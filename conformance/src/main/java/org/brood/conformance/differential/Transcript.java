package org.brood.conformance.differential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.brood.conformance.client.Answer;

/**
 * Writes an answer as lines that can be compared. Masked, because two servers cannot agree on them:
 *
 * <ul>
 *   <li>Date; the Server field's value; the random boundary of multipart answers. Where a body quotes the latter two,
 *       Content-Length is corrected.
 *   <li>the order in which Allow names methods: httpd's changes from start to start;
 *   <li>the bytes, and so the length, of a gzip body, which is shown unpacked: compressors may rightly differ;
 *   <li>the borders of chunks, and whether a script's answer is chunked or has a length: both depend on whether the
 *       script has ended when its first bytes are read.
 * </ul>
 *
 * Expires is shown as its distance from Date.
 */
final class Transcript {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=([^;\\s]+)");
    private static final int LONGEST_TEXT = 16_384;

    private final Answer answer;
    private final boolean scripted;
    private final List<String> lines = new ArrayList<>();
    private String body;
    private String length;

    private Transcript(Answer answer, boolean scripted) {
        this.scripted = scripted;
        this.answer = answer;
        this.body = answer.text();
        this.length = answer.field("Content-Length").orElse("");
    }

    /** @param scripted a script made the answer, or may have made it */
    static List<String> of(Answer answer, boolean scripted) {
        return new Transcript(answer, scripted).write();
    }

    private List<String> write() {
        maskServer();
        maskBoundary();
        boolean packed = unpack();
        lines.add(answer.statusLine().isEmpty() ? "(no status line)" : Escapes.visible(answer.statusLine()));
        answer.fields().stream()
                .filter(field -> !(scripted && frames(field)))
                .forEach(field -> lines.add(field.name() + ": " + value(field)));
        lines.add("");
        body(packed);
        answer.trailers().forEach(field -> lines.add("(trailer) " + field.name() + ": " + field.value()));
        if (!answer.whole()) {
            lines.add("(cut short)");
        }
        return lines;
    }

    private void maskServer() {
        answer.field("Server").filter(server -> !server.isEmpty()).ifPresent(server -> replace(server, "SERVER"));
    }

    private void replace(String text, String mask) {
        boolean measured = length.equals(Integer.toString(body.length()));
        body = body.replace(text, mask);
        if (measured) {
            length = Integer.toString(body.length());
        }
    }

    private void maskBoundary() {
        Matcher boundary = BOUNDARY.matcher(answer.field("Content-Type").orElse(""));
        if (boundary.find()) {
            replace(boundary.group(1), "BOUNDARY");
        }
    }

    private boolean unpack() {
        if (!answer.field("Content-Encoding").orElse("").contains("gzip") || body.isEmpty()) {
            return false;
        }
        try (GZIPInputStream unpacked =
                new GZIPInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)))) {
            body = new String(unpacked.readAllBytes(), StandardCharsets.ISO_8859_1);
            length = length.isEmpty() ? "" : "(of the packed body)";
            return true;
        } catch (IOException e) {
            lines.add("(not gzip: " + e.getMessage() + ")");
            return false;
        }
    }

    private boolean frames(Answer.Field field) {
        return field.name().equals("Transfer-Encoding") && field.value().equals("chunked")
                || field.name().equals("Content-Length")
                        && (body.isEmpty() || length.equals(Integer.toString(body.length())));
    }

    private String value(Answer.Field field) {
        return switch (field.name().toLowerCase()) {
            case "date" -> "(now)";
            case "server" -> "SERVER";
            case "content-length" -> length;
            case "content-type" -> BOUNDARY.matcher(field.value()).replaceFirst("boundary=BOUNDARY");
            case "allow" -> String.join(",", new TreeSet<>(List.of(field.value().split(","))));
            case "expires" -> expires(field.value());
            default -> Escapes.visible(field.value());
        };
    }

    private String expires(String value) {
        try {
            DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
            ZonedDateTime now = ZonedDateTime.parse(answer.field("Date").orElse(""), format);
            return "Date + "
                    + Duration.between(now, ZonedDateTime.parse(value, format)).toSeconds() + " s";
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private void body(boolean packed) {
        if (body.isEmpty()) {
            return;
        }
        if (packed) {
            lines.add("(unpacked)");
        }
        boolean binary = body.chars().anyMatch(octet -> octet < ' ' && octet != '\r' && octet != '\n' && octet != '\t');
        if (binary || body.length() > LONGEST_TEXT) {
            lines.add("(" + body.length() + " bytes, CRC " + crc() + ")");
        } else {
            for (String line : body.split("\n", -1)) {
                lines.add("| " + Escapes.visible(line));
            }
        }
    }

    private String crc() {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
