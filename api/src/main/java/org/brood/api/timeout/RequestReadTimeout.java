package org.brood.api.timeout;

import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * RequestReadTimeout of one virtual host (mod_reqtimeout manual page). A stage that was not mentioned is null here; the
 * accessors give its default.
 */
public record RequestReadTimeout(
        @Nullable ReadLimit handshakeStage,
        @Nullable ReadLimit headerStage,
        @Nullable ReadLimit bodyStage) {
    private static final ReadLimit HEADER = new ReadLimit(20, 40, 500);
    private static final ReadLimit BODY = new ReadLimit(20, 0, 500);

    public static final SettingsKey<RequestReadTimeout> KEY =
            SettingsKey.server("reqtimeout", new RequestReadTimeout(null, null, null), RequestReadTimeout::overlay);

    /** Nothing is limited: where the module is not loaded. */
    public static final RequestReadTimeout OFF = new RequestReadTimeout(ReadLimit.NONE, ReadLimit.NONE, ReadLimit.NONE);

    /** From the first byte of a TLS handshake to its end; not limited by default. */
    public ReadLimit handshake() {
        return handshakeStage == null ? ReadLimit.NONE : handshakeStage;
    }

    /** From the first byte of a request to the end of its head: 20 s, up to 40 s at 500 bytes a second. */
    public ReadLimit header() {
        return headerStage == null ? HEADER : headerStage;
    }

    /** The body: 20 s and longer at 500 bytes a second. */
    public ReadLimit body() {
        return bodyStage == null ? BODY : bodyStage;
    }

    private static RequestReadTimeout overlay(RequestReadTimeout outer, RequestReadTimeout inner) {
        return new RequestReadTimeout(
                inner.handshakeStage == null ? outer.handshakeStage : inner.handshakeStage,
                inner.headerStage == null ? outer.headerStage : inner.headerStage,
                inner.bodyStage == null ? outer.bodyStage : inner.bodyStage);
    }
}
