package org.brood.protocol.http1;

/** How the end of a request's body is known (RFC 9112 section 6.3). */
public enum BodyFraming {
    /** There is no body. */
    NONE,
    /** As many octets as Content-Length says. */
    LENGTH,
    /** Chunks, then a trailer section. */
    CHUNKED
}
