package org.brood.server.request;

import java.io.IOException;

/** An answer's head holds what must not stand in one: a module or script made a field of octets that would break it. Nothing has been sent. */
public final class UnfitHeadException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnfitHeadException(IllegalArgumentException why) {
        super(why.getMessage(), why);
    }
}
