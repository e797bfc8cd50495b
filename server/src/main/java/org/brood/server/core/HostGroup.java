package org.brood.server.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brood.conf.match.Wildcard;
import org.brood.conf.read.VirtualHostAddress;
import org.brood.protocol.http1.RequestHead;

/**
 * The hosts that share an address and port, in the order of the configuration. The first whose name or alias is asked for is
 * taken, else the first whose VirtualHost line has that text, and for a client that names no host the first whose ServerPath the target lies
 * below; the first of all when there is none of these. Immutable; any thread.
 */
final class HostGroup {
    private record Wild(Wildcard name, int index) {}

    private final HttpHost fallback;
    private final List<HttpHost> hosts;
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<String, HttpHost> addressed = new HashMap<>();
    private final boolean anyPath;
    private final List<Wild> wild = new ArrayList<>();

    /** @param fallback what serves the address when there are no hosts */
    HostGroup(HttpHost fallback, List<HttpHost> hosts) {
        this.fallback = hosts.isEmpty() ? fallback : hosts.getFirst();
        this.hosts = List.copyOf(hosts);
        this.anyPath = hosts.stream()
                .anyMatch(host -> !host.settings().get(CoreKeys.SERVER_PATH).isEmpty());
        for (int i = 0; i < hosts.size(); i++) {
            for (VirtualHostAddress address : hosts.get(i).configuration().addresses()) {
                addressed.putIfAbsent(lower(address.host()), hosts.get(i));
            }
            var names = hosts.get(i).configuration().names();
            named.putIfAbsent(lower(names.name()), i);
            for (String alias : names.aliases()) {
                named.putIfAbsent(lower(alias), i);
            }
            for (Wildcard pattern : hosts.get(i).wildNames()) {
                wild.add(new Wild(pattern, i));
            }
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    HttpHost first() {
        return fallback;
    }

    HttpHost of(RequestHead head) {
        if (hosts.size() < 2) {
            return fallback;
        }
        if (head.hasHost()) {
            return called(lower(head.hostText()));
        }
        return anyPath ? below(head.pathText()) : fallback;
    }

    private HttpHost called(String asked) {
        int best = named.getOrDefault(asked, hosts.size());
        for (Wild candidate : wild) {
            if (candidate.index < best && candidate.name.matches(asked)) {
                best = candidate.index;
            }
        }
        return best < hosts.size() ? hosts.get(best) : addressed.getOrDefault(asked, fallback);
    }

    private HttpHost below(String asked) {
        for (HttpHost host : hosts) {
            if (host.isServerPathOf(asked)) {
                return host;
            }
        }
        return fallback;
    }
}
