package org.brood.server.replay;

import java.util.Arrays;
import org.brood.protocol.http1.RequestHead;
import org.brood.server.request.Causes;
import org.brood.server.request.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * An answer with all that it was computed from. Immutable but for the time of its last check; any thread.
 *
 * <p>The head is kept in two pieces, since what is said of the connection stands between them:
 * status line, Date, Server, fields | Keep-Alive, Connection | Content-Type, empty line.
 */
public final class RememberedAnswer {
    private final byte[] target;
    private final byte[] host;
    private final int hostPort;
    private final boolean headMethod;
    private final boolean http11;
    private final int hash;
    private final HttpExchange original;
    private final int status;
    private final Rendered rendered;
    private final byte[] body;
    private final @Nullable OpenFile file;
    private final long fileOffset;
    private final long fileLength;
    private final FileCheck[] files;
    private final boolean eager;
    private volatile long checkedNanos;

    /** What the connection has rendered. */
    public record Rendered(byte[] before, int dateOffset, byte[] after) {}

    /** The body: bytes, or a part of a file (length 0 for none). */
    public record Content(byte[] bytes, @Nullable OpenFile file, long fileOffset, long fileLength) {}

    RememberedAnswer(RequestHead head, HttpExchange original, Rendered rendered, Content content, long nowNanos) {
        target = slice(head, head.targetOffset(), head.targetLength());
        host = head.hasHost() ? slice(head, head.hostOffset(), head.hostLength()) : new byte[0];
        hostPort = head.hostPort();
        headMethod = head.method() == org.brood.protocol.http.Method.HEAD;
        http11 = head.atLeastHttp11();
        hash = hash(head);
        this.original = original;
        status = original.response().status();
        this.rendered = rendered;
        body = content.bytes;
        file = content.file;
        fileOffset = content.fileOffset;
        fileLength = content.fileLength;
        files = original.causes().files().stream().map(FileCheck::of).toArray(FileCheck[]::new);
        eager = Arrays.stream(files).anyMatch(FileCheck::eager);
        checkedNanos = nowNanos;
    }

    private static byte[] slice(RequestHead head, int offset, int length) {
        return Arrays.copyOfRange(head.buffer(), offset, offset + length);
    }

    static int hash(RequestHead head) {
        byte[] buffer = head.buffer();
        int value = head.method().ordinal();
        int end = head.targetOffset() + head.targetLength();
        for (int i = head.targetOffset(); i < end; i++) {
            value = 31 * value + buffer[i];
        }
        return value * 0x9E3779B1;
    }

    int hash() {
        return hash;
    }

    /** Whether this answers the request, files aside. Allocates only for fields whose value must be compared. */
    boolean answers(RequestHead head, int wanted) {
        return wanted == hash
                && headMethod == (head.method() == org.brood.protocol.http.Method.HEAD)
                && http11 == head.atLeastHttp11()
                && same(target, head.buffer(), head.targetOffset(), head.targetLength())
                && sameHost(head)
                && original.causes().sameFields(head);
    }

    /** Whether it belongs where the other one is kept: same method, target, host and version, so that variants can be counted. */
    boolean sameQuestion(RememberedAnswer other) {
        return hash == other.hash
                && headMethod == other.headMethod
                && http11 == other.http11
                && Arrays.equals(target, other.target)
                && Arrays.equals(host, other.host);
    }

    private boolean sameHost(RequestHead head) {
        if (!head.hasHost()) {
            return host.length == 0;
        }
        return hostPort == head.hostPort() && same(host, head.buffer(), head.hostOffset(), head.hostLength());
    }

    private static boolean same(byte[] kept, byte[] buffer, int offset, int length) {
        return kept.length == length && Arrays.equals(kept, 0, length, buffer, offset, offset + length);
    }

    /**
     * Whether all files are as they were. Looks at them when the last look is older than {@code graceNanos}, or at once when an
     * access file is among them.
     */
    boolean holds(long nowNanos, long graceNanos) {
        if (!eager && nowNanos - checkedNanos < graceNanos) {
            return true;
        }
        for (FileCheck check : files) {
            if (!check.holds()) {
                return false;
            }
        }
        checkedNanos = nowNanos;
        return true;
    }

    /** Bytes that keeping it costs, roughly. */
    int weight() {
        return 1200 + rendered.before.length + rendered.after.length + body.length + target.length;
    }

    void forget() {
        if (file != null) {
            file.release();
        }
    }

    /** The exchange that worked this answer out, for logs; nothing of it changes any more. */
    public HttpExchange original() {
        return original;
    }

    public int status() {
        return status;
    }

    public Rendered rendered() {
        return rendered;
    }

    /** Bytes of the body. */
    public long length() {
        return body.length + fileLength;
    }

    /** The body's bytes; empty when there is none or it is in {@link #file}. */
    public byte[] body() {
        return body;
    }

    public @Nullable OpenFile file() {
        return file;
    }

    public long fileOffset() {
        return fileOffset;
    }

    public long fileLength() {
        return fileLength;
    }

    /** Files that are looked at again: their names as the kernel takes them. */
    record FileCheck(byte[] name, boolean link, boolean eager, org.brood.api.FileStatus seen) {
        static FileCheck of(Causes.FileCause cause) {
            byte[] name = cause.file().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return new FileCheck(name, cause.link(), cause.eager(), cause.status());
        }

        boolean holds() {
            return FileLook.same(name, link, seen);
        }
    }
}
