package org.brood.api;

import java.io.IOException;
import org.brood.conf.SettingsKey;
import org.brood.conf.expr.ExpressionContext;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. One owner thread at a time; it may outlive the thread that began it. Never used for another
 * request.
 *
 * <p>What is read through this object is remembered as what the answer depends on: header fields, files, the client. An
 * answer whose causes are all known can be given again to a request with the same causes, without running any hook. A hook
 * that looks elsewhere (clock, random numbers, other services, its own counters) says so with {@link #neverReplay}.
 */
public interface Exchange {

    Request request();

    Response response();

    Resource resource();

    Client client();

    /** What went over the connection; for the log phase. */
    Transfer transfer();

    VirtualHost virtualHost();

    /** The environment for CGI, logs and conditions (SetEnv, SetEnvIf): httpd's subprocess_env. */
    Attributes environment();

    /** Messages between modules: httpd's notes. */
    Attributes notes();

    /** This module's settings: of the virtual host, or of the place that the request maps to as far as it is known by now. */
    <T> T settings(SettingsKey<T> key);

    Files files();

    /** The error log, for one module: {@code core}, {@code cgi}, {@code autoindex} ... */
    Log log(String module);

    /** When the request's first byte came, microseconds since 1970. Asking is {@link #neverReplay}, except when logging. */
    long startedMicros();

    /** Microseconds since then, on a clock that never steps. */
    long elapsedMicros();

    /** {@code http} or {@code https}. */
    String scheme();

    /** The server's name for self-referential URLs, as UseCanonicalName says. */
    String serverName();

    /** The port for self-referential URLs, as UseCanonicalName and UseCanonicalPhysicalPort say. */
    int serverPort();

    /** {@code path} of this server as an absolute URL: scheme, {@link #serverName} and a port that is not the scheme's own. */
    default String url(String path) {
        int standard = scheme().equals("https") ? 443 : 80;
        String port = serverPort() == standard ? "" : ":" + serverPort();
        return scheme() + "://" + serverName() + port + path;
    }

    /** What expressions ask about this exchange. */
    default ExpressionContext expressions() {
        return new ExchangeExpressions(this);
    }

    /** Whether Options allows this where the request maps to. */
    boolean allows(Option option);

    /** This answer must be worked out anew each time. */
    void neverReplay();

    /** The exchange that this one was redirected from inside the server (ErrorDocument, DirectoryIndex, Action); null if none. */
    @Nullable
    Exchange previous();

    /** The exchange for which this one is a sub-request; null for one of a client. */
    @Nullable
    Exchange parent();

    /** As {@link #redirectInternally(String, String)} with the method of the request. */
    default void redirectInternally(String uri) throws IOException {
        redirectInternally(uri, request().method());
    }

    /**
     * Answers with another path of this server instead, as if it had been asked for with this method.
     * Everything this exchange has prepared is dropped but {@link Response#errorHeaders} and the environment, whose names get
     * {@code REDIRECT_} in front. Returns when the other is answered; the caller returns {@link Verdict#OK}.
     */
    void redirectInternally(String uri, String method) throws IOException;

    /**
     * What the server would make of this path: phases up to fixups, without a handler. For listings and indexes.
     *
     * @param uri relative to this exchange's uri, or absolute
     * @return an exchange with its status and resource set; its {@code response().status()} tells 200, 403, 404 ...
     */
    Exchange lookup(String uri) throws IOException;

    /**
     * Goes on as the exchange that {@link #lookup} returned: its resource, settings, headers, notes and environment become
     * this exchange's, and its handler will run. For a module that found the resource in another place (DirectoryIndex,
     * MultiViews); httpd's fast redirect.
     */
    void become(Exchange found);
}
