package org.brood.api;

import java.nio.file.Path;
import java.util.List;

/** The body of an answer that is known whole. A handler that writes as it goes uses {@link Response#stream} instead. */
public sealed interface Body {

    record Empty() implements Body {}

    /** Bytes in memory; never changed after they are handed over. */
    record Bytes(byte[] data) implements Body {}

    /**
     * A part of a file, sent by the kernel where no filter is in the way.
     *
     * @param file what to send
     * @param status the file as it was seen when the answer was decided; a file that is not this one any more, or shorter, ends
     *     the connection instead of sending a wrong length silently
     */
    record FileRange(Path file, FileStatus status, long offset, long length) implements Body {}

    /** Several bodies one behind the other, as multipart/byteranges needs them; not nested. */
    record Parts(List<Body> parts) implements Body {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    Empty EMPTY = new Empty();

    /** The number of bytes. */
    default long length() {
        return switch (this) {
            case Empty() -> 0;
            case Bytes(byte[] data) -> data.length;
            case FileRange range -> range.length();
            case Parts(List<Body> parts) ->
                parts.stream().mapToLong(Body::length).sum();
        };
    }
}
