package org.brood.api;

import java.io.IOException;

/**
 * An open log: a file opened to append or the pipe of a log program. The parent opened it with its own rights; children
 * inherit it.
 */
@FunctionalInterface
public interface LogSink {

    /**
     * Writes all these bytes by one system call where the kernel takes them at once, so that lines of several processes never
     * mix. Any thread; callers see to it that they hand over whole lines.
     *
     * @throws IOException if the disk is full, the program is gone ...
     */
    void write(byte[] data, int offset, int length) throws IOException;
}
