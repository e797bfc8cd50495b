package org.brood.api;

import java.nio.file.Path;

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

    Empty EMPTY = new Empty();
}
