package org.brood.api;

import java.nio.file.Path;
import org.brood.conf.Settings;
import org.jspecify.annotations.Nullable;

/** The virtual host that a request fell to, or the main server. */
public interface VirtualHost {

    /** ServerName, without the port. */
    String name();

    /** The port to show in self-referential URLs when ServerName names one; 0 otherwise. */
    int port();

    /** ServerAdmin; {@code [no address given]} when there is none. */
    String admin();

    Path documentRoot();

    /** The Server field as ServerTokens has it: SERVER_SOFTWARE. */
    String software();

    /**
     * The line below a page that the server makes, as ServerSignature has it.
     *
     * @return {@code <address>...</address>} and a line end behind {@code prefix}; empty when it is off
     */
    String signature(String prefix, Exchange exchange);

    /** Timeout, for what a module itself waits for. */
    long timeoutMillis();

    Path serverRoot();

    /** Settings per server, merged with the main server's. */
    Settings settings();

    /** The file and line of its container; null for the main server. */
    @Nullable
    String definedAt();
}
