package org.brood.server.connection;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.brood.posix.Sockets;
import org.brood.posix.Syscall;
import org.brood.server.replay.OpenFile;
import org.jspecify.annotations.Nullable;

/** Output that the socket has not taken yet: bytes and parts of files, in order. One owner thread. */
final class Transmission {

    /** How far sending came. */
    enum Progress {
        DONE,
        /** The socket is full. */
        FULL,
        /** Much has been sent and the socket would take more: someone else's turn, perhaps. */
        TURN_OVER,
        /** The peer is gone, or a file is shorter than was promised: only closing is left. */
        BROKEN
    }

    private sealed interface Segment {}

    private record Octets(byte[] data, int offset, int length) implements Segment {}

    private record FilePart(OpenFile file, long offset, long length) implements Segment {}

    private static final long TURN = 1 << 20;

    private final Deque<Segment> segments = new ArrayDeque<>(4);

    Transmission bytes(byte[] data, int offset, int length) {
        if (length > 0) {
            segments.addLast(new Octets(data, offset, length));
        }
        return this;
    }

    /** A copy is taken: the array may be reused. */
    Transmission copyOf(byte[] data, int offset, int length) {
        return bytes(Arrays.copyOfRange(data, offset, offset + length), 0, length);
    }

    /** The file is held by this transmission and let go when its part is sent or given up. */
    Transmission file(OpenFile file, long offset, long length) {
        segments.addLast(new FilePart(file, offset, length));
        return this;
    }

    /** This output, then the other's. */
    Transmission then(Transmission other) {
        segments.addAll(other.segments);
        return this;
    }

    /** Sends until all is out or the socket is full. Never blocks on the socket. */
    Progress send(int socket) {
        long sent = 0;
        @Nullable Segment segment = segments.pollFirst();
        while (segment != null) {
            long length = length(segment);
            long taken = length == 0 ? 0 : sendOnce(socket, segment);
            if (taken == Syscall.WOULD_BLOCK) {
                segments.addFirst(segment);
                return Progress.FULL;
            }
            if (taken < 0 || taken == 0 && length > 0) {
                release(segment);
                return Progress.BROKEN;
            }
            sent += taken;
            if (taken < length) {
                segments.addFirst(rest(segment, taken));
                if (sent > TURN) {
                    return Progress.TURN_OVER;
                }
            } else {
                release(segment);
            }
            segment = segments.pollFirst();
        }
        return Progress.DONE;
    }

    private static long length(Segment segment) {
        return switch (segment) {
            case Octets octets -> octets.length;
            case FilePart part -> part.length;
        };
    }

    private static long sendOnce(int socket, Segment segment) {
        return switch (segment) {
            case Octets octets -> Sockets.send(socket, octets.data, octets.offset, octets.length, 0);
            case FilePart part ->
                Sockets.sendfile(socket, part.file.descriptor(), part.offset, Math.min(part.length, TURN));
        };
    }

    private static Segment rest(Segment segment, long taken) {
        return switch (segment) {
            case Octets octets -> new Octets(octets.data, octets.offset + (int) taken, octets.length - (int) taken);
            case FilePart part -> new FilePart(part.file, part.offset + taken, part.length - taken);
        };
    }

    private static void release(Segment segment) {
        if (segment instanceof FilePart part) {
            part.file.release();
        }
    }

    /** Gives up what is left. */
    void abandon() {
        segments.forEach(Transmission::release);
        segments.clear();
    }
}
