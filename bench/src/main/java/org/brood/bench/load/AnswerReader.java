package org.brood.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Follows the bytes of one answer to its end, without keeping the body: by Content-Length, by the last chunk, by the end of
 * the connection, or at once for a status that has no body. Trusts the server: this is a stop-watch, not a checker.
 *
 * <p>One per connection, used again for each answer after {@link #reset}.
 */
final class AnswerReader {
    private static final int MOST_HEAD = 16 * 1024;
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final long UNTIL_CLOSE = Long.MAX_VALUE;
    private static final long CHUNKED = -1;

    private final byte[] head = new byte[MOST_HEAD];
    private final byte[] tail = new byte[LAST_CHUNK.length];
    private int headSize;
    private boolean inBody;
    private long remaining;
    private int status;
    private boolean closes;

    void reset() {
        headSize = 0;
        inBody = false;
        remaining = 0;
        status = 0;
        closes = false;
    }

    /** Whether any byte of the answer has come. */
    boolean begun() {
        return headSize > 0;
    }

    int status() {
        return status;
    }

    /** Whether the server said that the connection ends with this answer. */
    boolean closes() {
        return closes;
    }

    /** Takes what was read. @return whether the answer is now whole */
    boolean feed(byte[] bytes, int length) {
        int from = 0;
        while (!inBody && from < length) {
            addToHead(bytes[from++]);
        }
        return inBody && body(bytes, from, length);
    }

    /** The connection has ended. @return whether that makes the answer whole */
    boolean end() {
        return inBody && remaining == UNTIL_CLOSE;
    }

    private void addToHead(byte octet) {
        if (headSize == MOST_HEAD) {
            throw new IllegalStateException("an answer's head of more than " + MOST_HEAD + " bytes");
        }
        head[headSize++] = octet;
        if (octet == '\n' && headSize >= 4 && head[headSize - 3] == '\n' && head[headSize - 2] == '\r') {
            readHead(new String(head, 0, headSize, StandardCharsets.ISO_8859_1));
        }
    }

    private void readHead(String text) {
        String[] lines = text.split("\r\n");
        status = Integer.parseInt(lines[0].split(" ", 3)[1]);
        remaining = UNTIL_CLOSE;
        for (String line : lines) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                remaining = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                remaining = CHUNKED;
            } else if (lower.startsWith("connection:") && lower.contains("close")) {
                closes = true;
            }
        }
        if (status == 304 || status == 204) {
            remaining = 0;
        }
        inBody = true;
    }

    private boolean body(byte[] bytes, int from, int to) {
        if (remaining == CHUNKED) {
            for (int index = Math.max(from, to - tail.length); index < to; index++) {
                System.arraycopy(tail, 1, tail, 0, tail.length - 1);
                tail[tail.length - 1] = bytes[index];
            }
            return java.util.Arrays.equals(tail, LAST_CHUNK);
        }
        if (remaining != UNTIL_CLOSE) {
            remaining -= to - from;
        }
        return remaining <= 0;
    }
}
