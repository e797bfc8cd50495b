package org.brood.api;

import java.io.IOException;

/** The request's body is the client's mistake: too long, malformed or too slow. Carries the status of the answer. */
public final class RequestBodyException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    public RequestBodyException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
