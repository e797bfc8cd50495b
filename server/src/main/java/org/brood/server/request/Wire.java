package org.brood.server.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.brood.api.Client;
import org.brood.api.Transfer;

/** What an exchange needs of its connection. One owner thread, one that may block. */
public interface Wire {

    /** The other end, as modules see it. */
    Client client();

    /** What went over the connection for this request so far. */
    Transfer transfer();

    /**
     * The request's body; the same stream each time.
     *
     * @param limit LimitRequestBody where the request maps to; the one of the first call holds. 0 is none
     */
    InputStream body(long limit) throws IOException;

    /**
     * Sends the head as the exchange's response has it now, and gives the way for a body whose length is in Content-Length or
     * unknown. Closing it ends the body.
     */
    OutputStream begin(HttpExchange exchange) throws IOException;

    /** The bare way: no head is sent, and closing it ends the connection. */
    OutputStream raw(HttpExchange exchange) throws IOException;

    /** What has begun to leave ends here, and the connection with it. */
    void abandon();

    /** Microseconds since the request's first byte. */
    long elapsedMicros();

    /** When that byte came, microseconds since 1970. */
    long startedMicros();
}
