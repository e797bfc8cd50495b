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

    Path serverRoot();

    /** Settings per server, merged with the main server's. */
    Settings settings();

    /** The file and line of its container; null for the main server. */
    @Nullable
    String definedAt();
}
