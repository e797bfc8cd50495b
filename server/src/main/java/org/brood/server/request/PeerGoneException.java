package org.brood.server.request;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The client is not there any more, or does not take the answer: nobody's fault here, and nothing to log but the fact. */
public final class PeerGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    public PeerGoneException(String message) {
        super(message);
    }

    /** The one behind a failure, however it was wrapped on its way through a handler; null for none. */
    static @Nullable PeerGoneException behind(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof PeerGoneException gone) {
                return gone;
            }
        }
        return null;
    }
}
