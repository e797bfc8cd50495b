package org.brood.server.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brood.conf.match.Wildcard;
import org.brood.protocol.http1.RequestHead;

/**
 * The hosts that share an address and port, in the order of the configuration. The first whose name or alias is asked for is
 * taken, the first of all when none is. Immutable; any thread.
 */
final class HostGroup {
    private record Wild(Wildcard name, int index) {}

    private final HttpHost fallback;
    private final List<HttpHost> hosts;
    private final Map<String, Integer> named = new HashMap<>();
    private final List<Wild> wild = new ArrayList<>();

    /** @param fallback what serves the address when there are no hosts */
    HostGroup(HttpHost fallback, List<HttpHost> hosts) {
        this.fallback = hosts.isEmpty() ? fallback : hosts.getFirst();
        this.hosts = List.copyOf(hosts);
        for (int i = 0; i < hosts.size(); i++) {
            var names = hosts.get(i).configuration().names();
            named.putIfAbsent(lower(names.name()), i);
            for (String alias : names.aliases()) {
                named.putIfAbsent(lower(alias), i);
            }
            for (String pattern : names.wildAliases()) {
                wild.add(new Wild(Wildcard.of(lower(pattern)), i));
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
        return hosts.size() > 1 && head.hasHost() ? called(lower(head.hostText())) : fallback;
    }

    private HttpHost called(String asked) {
        int best = named.getOrDefault(asked, hosts.size());
        for (Wild candidate : wild) {
            if (candidate.index < best && candidate.name.matches(asked)) {
                best = candidate.index;
            }
        }
        return best < hosts.size() ? hosts.get(best) : fallback;
    }
}
