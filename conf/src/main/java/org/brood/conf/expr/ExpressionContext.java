package org.brood.conf.expr;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may ask about the request it is evaluated for; implemented by the server. Null is the same as the
 * empty text. Called on the request's own thread only.
 */
public interface ExpressionContext {

    /**
     * The value of a variable that is not about time or headers.
     *
     * @param name in capitals, one of {@link ExpressionVocabulary#variables}: REQUEST_URI, REMOTE_ADDR, HTTPS ...
     */
    @Nullable
    String variable(String name);

    /** A request header; several with the same name joined by {@code ", "}. */
    @Nullable
    String requestHeader(String name);

    /** A response header as set so far. */
    @Nullable
    String responseHeader(String name);

    /** A variable of the request's environment (SetEnv, SetEnvIf). */
    @Nullable
    String requestEnvironment(String name);

    /** A note that modules leave each other. */
    @Nullable
    String note(String name);

    /** A variable of the process. */
    @Nullable
    String systemEnvironment(String name);

    /** Now, in local time. */
    ZonedDateTime now();

    /** Whether a subrequest for this URL path would be answered below 400: {@code -U}, {@code -A}. */
    boolean isReachableUrl(String path);

    /** Whether a subrequest for this file would be answered below 300 and the file exists: {@code -F}. */
    boolean isReachableFile(String file);

    /** The result depended on a request header; caches must know. */
    default void vary(String header) {}
}
