package org.brood.server.connection;

import org.brood.api.VirtualHost;

/** A virtual host as the connection needs it. */
public interface ServedHost {

    VirtualHost host();

    ConnectionRules rules();

    /** Whether anyone logs its requests. */
    boolean logs();

    /** {@code name:port} for the status page. */
    byte[] label();
}
