package org.brood.api;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Something between the handler and the client, as a stream around a stream: nothing holds the whole body, and a slow client
 * slows the writer down. It runs on the thread that runs the handler.
 *
 * <p>What a filter asks of the exchange is a cause of the answer as for any hook, so a filter whose module is {@link
 * Module#replayable} makes remembered answers that are right for each value of Accept-Encoding, say.
 */
@FunctionalInterface
public interface OutputFilter {
    /** The body is written as it goes: nobody knows its length yet. */
    long UNKNOWN = -1;

    /**
     * Called before the head is made, so it may change the response's headers. Closing the returned stream ends the body; a
     * filter must pass {@code flush} and {@code close} on. A flush sends what there is, in chunks; so a stream that flushes when it is
     * closed, as {@link java.io.FilterOutputStream} does, keeps small answers from having a length.
     *
     * @param length of the body that will be written, or {@link #UNKNOWN}
     * @param next where the filtered bytes go
     * @return {@code next} itself when this answer is none of the filter's business: where no filter wants it, a file still
     *     leaves by sendfile
     */
    OutputStream insert(Exchange exchange, long length, OutputStream next) throws IOException;
}
