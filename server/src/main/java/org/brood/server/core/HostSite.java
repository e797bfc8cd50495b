package org.brood.server.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.brood.conf.read.VirtualHostAddress;
import org.brood.posix.InetEndpoint;
import org.brood.protocol.http1.RequestHead;
import org.brood.server.connection.ConnectionRules;
import org.brood.server.connection.Site;
import org.brood.server.replay.RememberedAnswers;
import org.jspecify.annotations.Nullable;

/**
 * Which virtual host a request falls to (httpd's vhost.c, manual page "An In-Depth Discussion of Virtual Host Matching"): hosts of the
 * exact address and port, else of the wildcard and port; among these by name, else the first; without any the main server.
 *
 * <p>The port is the listener's, so the groups of hosts are made once for each local address, and once for all where no host has an
 * address of its own. Any thread.
 */
final class HostSite implements Site {
    private final HttpHost main;
    private final List<HttpHost> hosts;
    private final boolean addressMatters;
    private final HostGroup anywhere;
    private final Map<InetEndpoint, HostGroup> groups = new ConcurrentHashMap<>();
    private final RememberedAnswers remembered = new RememberedAnswers();

    /** @param listener where it listens; its address may be a wildcard */
    HostSite(HttpHost main, List<HttpHost> hosts, InetEndpoint listener) {
        this.main = main;
        this.hosts = List.copyOf(hosts);
        this.addressMatters = hosts.stream()
                .flatMap(host -> host.configuration().addresses().stream())
                .anyMatch(address -> !address.isWildcard());
        this.anywhere = group(listener);
    }

    @Override
    public ConnectionRules rules(LocalEnd end) {
        return at(end).first().rules();
    }

    @Override
    public HttpHost host(LocalEnd end, RequestHead head) {
        return at(end).of(head);
    }

    @Override
    public @Nullable RememberedAnswers remembered() {
        return addressMatters ? null : remembered;
    }

    private HostGroup at(LocalEnd end) {
        return addressMatters ? groups.computeIfAbsent(end.local(), this::group) : anywhere;
    }

    private HostGroup group(InetEndpoint local) {
        List<HttpHost> exact = new ArrayList<>(hosts.size());
        List<HttpHost> wild = new ArrayList<>(hosts.size());
        for (HttpHost host : hosts) {
            for (VirtualHostAddress address : host.configuration().addresses()) {
                boolean port = address.port() == 0 || address.port() == local.port();
                if (port && address.isWildcard()) {
                    wild.add(host);
                } else if (port && isSame(address.host(), local)) {
                    exact.add(host);
                }
            }
        }
        return new HostGroup(main, exact.isEmpty() ? wild : exact);
    }

    private static boolean isSame(String host, InetEndpoint local) {
        return host.equalsIgnoreCase(local.host())
                || host.equals("localhost") && local.host().equals("127.0.0.1");
    }
}
