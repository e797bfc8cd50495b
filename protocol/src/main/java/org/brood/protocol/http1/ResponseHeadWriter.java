package org.brood.protocol.http1;

import java.util.Arrays;
import org.brood.protocol.http.DateStamp;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.Status;

/**
 * Writes an answer's head into an array of its own, which the caller sends or copies.
 *
 * <pre>
 *   writer.begin(200).date(stamp, epochSecond).field("Server", ...).field("Content-Length", 45).end();
 *   send(writer.buffer(), 0, writer.length());
 * </pre>
 *
 * <p>httpd's order, for whoever must look like it: status line, Date, Server, then the answer's own fields as they were set, Keep-Alive, Connection,
 * Transfer-Encoding, Content-Type. It answers HTTP/1.1 whatever version was asked with.
 *
 * <p>The head is safe against splitting: a name that is no token or a value with a control octet is our own bug and an
 * {@link IllegalArgumentException}; whoever passes on what others wrote (CGI, proxy) asks {@link #isName} and {@link #isValue} first. Not
 * thread-safe; reused without limit.
 */
public final class ResponseHeadWriter {
    private static final int NO_DATE = -1;
    private static final byte[] OK = Octets.bytes("HTTP/1.1 200 OK\r\n");
    private static final byte[] DATE = Octets.bytes("Date: ");
    private static final int LONGEST_NUMBER = 20;

    private byte[] buffer;
    private int length;
    private int dateOffset = NO_DATE;

    public ResponseHeadWriter(int capacity) {
        buffer = new byte[capacity];
    }

    /** Begins a head with httpd's reason phrase. */
    public ResponseHeadWriter begin(int status) {
        length = 0;
        dateOffset = NO_DATE;
        if (status == 200) {
            append(OK);
            return this;
        }
        return begin(status, Status.line(status));
    }

    /** Begins a head with a status line of the handler's, {@code "404 No such page"}; it may show another status than the answer counts as. */
    public ResponseHeadWriter begin(int status, String statusLine) {
        length = 0;
        dateOffset = NO_DATE;
        if (status < 0 || status > 999 || !isValue(statusLine)) {
            throw new IllegalArgumentException("not a status line: " + status);
        }
        text("HTTP/1.1 ");
        text(statusLine);
        crlf();
        return this;
    }

    /** Writes the Date field and remembers where its value stands: {@link #dateOffset()}. */
    public ResponseHeadWriter date(DateStamp stamp, long epochSecond) {
        append(DATE);
        room(DateStamp.LENGTH);
        dateOffset = length;
        stamp.write(epochSecond, buffer, length);
        length += DateStamp.LENGTH;
        crlf();
        return this;
    }

    public ResponseHeadWriter field(String name, String value) {
        if (!isName(name) || !isValue(value)) {
            throw new IllegalArgumentException("not fit for a head: field " + name);
        }
        text(name);
        text(": ");
        text(value);
        crlf();
        return this;
    }

    public ResponseHeadWriter field(String name, long value) {
        if (value < 0) {
            return field(name, Long.toString(value));
        }
        text(name);
        text(": ");
        number(value);
        crlf();
        return this;
    }

    /** Whole lines made and checked earlier, each with its CRLF. */
    public ResponseHeadWriter lines(byte[] prepared) {
        append(prepared);
        return this;
    }

    /** What httpd says of the connection: Keep-Alive and Connection. */
    public ResponseHeadWriter connection(KeepAlive.Verdict verdict, KeepAlive keepAlive, int kept) {
        return switch (verdict) {
            case KEEP -> this;
            case CLOSE -> field("Connection", "close");
            case KEEP_AND_SAY -> field("Keep-Alive", keepAlive.fieldValue(kept)).field("Connection", "Keep-Alive");
        };
    }

    /** Ends the head with its empty line. */
    public ResponseHeadWriter end() {
        crlf();
        return this;
    }

    /** The octets written stand at its beginning; another array after each growth. */
    public byte[] buffer() {
        return buffer;
    }

    public int length() {
        return length;
    }

    /** Where the 29 octets of the date stand, so that a kept head can be dated anew; -1 without a date. */
    public int dateOffset() {
        return dateOffset;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    /** Whether this may be a field's name: a token. */
    public static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > 0x7f || !Octets.isToken((byte) c)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Whether this may be a field's value: no control but HT, no char above 255. */
    public static boolean isValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 && c != '\t' || c == 0x7f || c > 0xff) {
                return false;
            }
        }
        return true;
    }

    private void text(String text) {
        int size = text.length();
        room(size);
        for (int i = 0; i < size; i++) {
            buffer[length + i] = (byte) text.charAt(i);
        }
        length += size;
    }

    private void number(long value) {
        room(LONGEST_NUMBER);
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = digits - 1; i >= 0; i--) {
            buffer[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void append(byte[] octets) {
        room(octets.length);
        System.arraycopy(octets, 0, buffer, length, octets.length);
        length += octets.length;
    }

    private void crlf() {
        room(2);
        buffer[length] = '\r';
        buffer[length + 1] = '\n';
        length += 2;
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
