package org.brood.server.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brood.conf.match.Wildcard;
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
 * Immutable; any thread.
 */
final class HostSite implements Site {
    private final HttpHost main;
    private final List<HttpHost> hosts;
    private final boolean addressMatters;
    private final RememberedAnswers remembered = new RememberedAnswers();

    HostSite(HttpHost main, List<HttpHost> hosts) {
        this.main = main;
        this.hosts = List.copyOf(hosts);
        this.addressMatters = hosts.stream()
                .flatMap(host -> host.configuration().addresses().stream())
                .anyMatch(address -> !address.isWildcard());
    }

    @Override
    public ConnectionRules rules(InetEndpoint local) {
        List<HttpHost> here = at(local);
        return (here.isEmpty() ? main : here.getFirst()).rules();
    }

    @Override
    public HttpHost host(InetEndpoint local, RequestHead head) {
        if (hosts.isEmpty()) {
            return main;
        }
        List<HttpHost> here = at(local);
        if (here.isEmpty()) {
            return main;
        }
        if (here.size() > 1 && head.hasHost()) {
            String asked = head.hostText().toLowerCase(Locale.ROOT);
            for (HttpHost host : here) {
                if (isCalled(host, asked)) {
                    return host;
                }
            }
        }
        return here.getFirst();
    }

    @Override
    public @Nullable RememberedAnswers remembered() {
        return addressMatters ? null : remembered;
    }

    private List<HttpHost> at(InetEndpoint local) {
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
        return exact.isEmpty() ? wild : exact;
    }

    private static boolean isSame(String host, InetEndpoint local) {
        return host.equalsIgnoreCase(local.host())
                || host.equals("localhost") && local.host().equals("127.0.0.1");
    }

    private static boolean isCalled(HttpHost host, String asked) {
        var names = host.configuration().names();
        if (names.name().equalsIgnoreCase(asked)) {
            return true;
        }
        for (String alias : names.aliases()) {
            if (alias.equalsIgnoreCase(asked)) {
                return true;
            }
        }
        for (String wild : names.wildAliases()) {
            if (Wildcard.of(wild.toLowerCase(Locale.ROOT)).matches(asked)) {
                return true;
            }
        }
        return false;
    }
}
