package org.brood.server.request;

import java.io.IOException;
import java.io.OutputStream;
import org.brood.api.Option;
import org.brood.api.Verdict;
import org.brood.api.VirtualHost;
import org.brood.conf.Settings;

/** What the phases need of the core module; {@code org.brood.server.core} has it. Immutable; any thread that may block. */
public interface Core {

    /** Directory settings outside every section. */
    Settings defaults(VirtualHost host);

    /** Decodes and normalises the path of the exchange's resource; 400 or 404 where it cannot be served. */
    Verdict canonicalPath(HttpExchange exchange);

    /** Lays the {@code <Location>} sections over the settings of the exchange. */
    void locations(HttpExchange exchange);

    /** Lays the {@code <If>} sections whose conditions hold over them. */
    void conditions(HttpExchange exchange) throws IOException;

    /** Makes the answer to a request that ended with this status: ErrorDocument or a page of ours. */
    void die(HttpExchange exchange, int status) throws IOException;

    /** Cuts the body to the ranges that were asked for, and sets Content-Length. */
    void finishWhole(HttpExchange exchange) throws IOException;

    /** Writes the whole body of the answer into filters, and closes them; for HEAD only until the head has left. */
    void copy(HttpExchange exchange, OutputStream to) throws IOException;

    /** Whether a further redirect inside the server, or sub-request, is one too many; logged when it is. */
    boolean recursionExceeded(HttpExchange exchange);

    /** LimitRequestBody where the exchange maps to; 0 is none. */
    long bodyLimit(HttpExchange exchange);

    String serverName(HttpExchange exchange);

    int serverPort(HttpExchange exchange);

    boolean allows(HttpExchange exchange, Option option);
}
