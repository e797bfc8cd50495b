package org.brood.api;

import java.io.IOException;
import java.io.OutputStream;

/** Something between the handler and the client. */
@FunctionalInterface
public interface OutputFilter {

    /**
     * Called before the head is made, so it may change the response's headers. Closing the returned stream ends the body; a
     * filter must pass {@code flush} on.
     *
     * @param next where the filtered bytes go
     * @return {@code next} itself when this answer is none of the filter's business
     */
    OutputStream insert(Exchange exchange, OutputStream next) throws IOException;
}
