package org.brood.server.connection;

import java.io.IOException;

/** The client is not there any more, or does not take the answer: nobody's fault here, and nothing to log but the fact. */
final class PeerGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    PeerGoneException(String message) {
        super(message);
    }
}
