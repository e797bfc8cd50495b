package org.brood.api;

import java.io.IOException;

/** One module's part in a phase. Any thread that may block; never two threads on one exchange. */
@FunctionalInterface
public interface Hook {

    /**
     * @return {@link Verdict#DECLINED} to let the next hook of the phase look, {@link Verdict#OK} when this one settled it, or
     *     a status that ends the request with an error page
     * @throws IOException if the answer cannot be made; a 500, or the end of the connection when the peer is gone
     */
    Verdict run(Exchange exchange) throws IOException;
}
