package org.brood.server.connection;

import org.brood.api.VirtualHost;
import org.brood.server.request.HttpExchange;

/** A virtual host as the connection needs it. */
public interface ServedHost extends VirtualHost {

    ConnectionRules rules();

    /** Whether anyone logs its requests. */
    boolean logs();

    /** {@code name:port} for the status page. */
    byte[] label();

    /** The host that an exchange was answered by. */
    static ServedHost of(HttpExchange exchange) {
        if (exchange.virtualHost() instanceof ServedHost host) {
            return host;
        }
        throw new IllegalStateException("not a host of this server");
    }
}
