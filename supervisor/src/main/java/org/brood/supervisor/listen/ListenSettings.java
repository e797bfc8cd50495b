package org.brood.supervisor.listen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brood.conf.SettingsKey;

/**
 * What the directives of listening sockets say, server-wide.
 *
 * @param lines the Listen lines in their order
 * @param backlog ListenBacklog; no effect on sockets that are kept over a restart
 * @param sendBuffer SendBufferSize in bytes, 0 = the system's
 * @param receiveBuffer ReceiveBufferSize in bytes, 0 = the system's
 * @param acceptFilters AcceptFilter by protocol; {@code none} turns deferred accept off
 */
public record ListenSettings(
        List<ListenLine> lines, int backlog, int sendBuffer, int receiveBuffer, Map<String, String> acceptFilters) {

    /** Server-wide: the main server's value is the only one. */
    public static final SettingsKey<ListenSettings> KEY = SettingsKey.server(
            "listen",
            new ListenSettings(List.of(), 511, 0, 0, Map.of("http", "data", "https", "data")),
            (outer, inner) -> inner);

    public ListenSettings {
        lines = List.copyOf(lines);
        acceptFilters = Map.copyOf(acceptFilters);
    }

    /** Whether the kernel may hold a connection back until its first bytes have come. */
    public boolean defersAccept(String protocol) {
        return !acceptFilters.getOrDefault(protocol, "none").equalsIgnoreCase("none");
    }

    ListenSettings withLine(ListenLine line) {
        List<ListenLine> all = new ArrayList<>(lines);
        all.add(line);
        return new ListenSettings(all, backlog, sendBuffer, receiveBuffer, acceptFilters);
    }

    ListenSettings withBacklog(int value) {
        return new ListenSettings(lines, value, sendBuffer, receiveBuffer, acceptFilters);
    }

    ListenSettings withSendBuffer(int value) {
        return new ListenSettings(lines, backlog, value, receiveBuffer, acceptFilters);
    }

    ListenSettings withReceiveBuffer(int value) {
        return new ListenSettings(lines, backlog, sendBuffer, value, acceptFilters);
    }

    ListenSettings withAcceptFilter(String protocol, String filter) {
        Map<String, String> all = new HashMap<>(acceptFilters);
        all.put(protocol, filter);
        return new ListenSettings(lines, backlog, sendBuffer, receiveBuffer, all);
    }
}
