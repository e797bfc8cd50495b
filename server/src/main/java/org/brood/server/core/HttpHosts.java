package org.brood.server.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.brood.conf.Settings;
import org.brood.conf.read.HtaccessReader;
import org.brood.conf.read.ServerConfiguration;
import org.brood.conf.read.VirtualHostConfiguration;
import org.brood.posix.InetEndpoint;
import org.brood.server.connection.Site;

/** The main server and the virtual hosts of a configuration. Immutable; any thread. */
public final class HttpHosts {
    private final HttpHost main;
    private final List<HttpHost> hosts = new ArrayList<>();

    /**
     * @param logs whether any module has something to log in a host of these settings
     * @param limitsReading whether mod_reqtimeout is loaded
     */
    public HttpHosts(
            ServerConfiguration configuration, HtaccessReader reader, Predicate<Settings> logs, boolean limitsReading) {
        AccessFiles accessFiles = new AccessFiles(reader);
        String banner =
                configuration.main().settings().get(CoreKeys.SERVER_TOKENS).banner();
        String fallback = configuration.main().names().name().isEmpty()
                ? localName()
                : configuration.main().names().name();
        main = new HttpHost(
                configuration.main(),
                configuration.serverRoot(),
                fallback,
                banner,
                logs.test(configuration.main().settings()),
                limitsReading,
                accessFiles);
        for (VirtualHostConfiguration host : configuration.virtualHosts()) {
            hosts.add(new HttpHost(
                    host,
                    configuration.serverRoot(),
                    fallback,
                    banner,
                    logs.test(host.settings()),
                    limitsReading,
                    accessFiles));
        }
    }

    /** What stands behind one listener. @param listener where it listens */
    public Site site(InetEndpoint listener) {
        return new HostSite(main, hosts, listener);
    }

    /** For a server without ServerName. */
    private static String localName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "127.0.0.1";
        }
    }
}
