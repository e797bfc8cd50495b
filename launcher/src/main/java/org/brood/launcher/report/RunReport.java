package org.brood.launcher.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brood.conf.read.ServerConfiguration;
import org.brood.conf.read.VirtualHostAddress;
import org.brood.conf.read.VirtualHostConfiguration;

/** The first half of {@code -S}: which virtual host answers where, in httpd's layout. */
public final class RunReport {
    private static final int ADDRESS_COLUMN = 22;

    private RunReport() {}

    /** Addresses without a wildcard first, each with its hosts in the order of the file. */
    public static String virtualHosts(ServerConfiguration server) {
        StringBuilder text = new StringBuilder("VirtualHost configuration:\n");
        Map<String, List<VirtualHostConfiguration>> plain = new LinkedHashMap<>();
        Map<String, List<VirtualHostConfiguration>> wild = new LinkedHashMap<>();
        for (VirtualHostConfiguration host : server.virtualHosts()) {
            for (VirtualHostAddress address : host.addresses()) {
                (address.isWildcard() ? wild : plain)
                        .computeIfAbsent(address.toString(), key -> new ArrayList<>())
                        .add(host);
            }
        }
        plain.forEach((address, hosts) -> append(text, address, hosts));
        wild.forEach((address, hosts) -> append(text, address, hosts));
        return text.toString();
    }

    private static void append(StringBuilder text, String address, List<VirtualHostConfiguration> hosts) {
        if (hosts.size() == 1) {
            VirtualHostConfiguration host = hosts.getFirst();
            text.append(address).append(" ".repeat(Math.max(0, ADDRESS_COLUMN - address.length())));
            text.append(' ')
                    .append(name(host))
                    .append(" (")
                    .append(host.source())
                    .append(")\n");
            appendAliases(text, host);
            return;
        }
        text.append(address).append(" ".repeat(Math.max(0, ADDRESS_COLUMN - address.length())));
        text.append(" is a NameVirtualHost\n");
        VirtualHostConfiguration first = hosts.getFirst();
        text.append("         default server ").append(name(first));
        text.append(" (").append(first.source()).append(")\n");
        String port = address.substring(address.lastIndexOf(':') + 1);
        for (VirtualHostConfiguration host : hosts) {
            text.append("         port ").append(port).append(" namevhost ").append(name(host));
            text.append(" (").append(host.source()).append(")\n");
            appendAliases(text, host);
        }
    }

    private static void appendAliases(StringBuilder text, VirtualHostConfiguration host) {
        host.names()
                .aliases()
                .forEach(alias ->
                        text.append("                 alias ").append(alias).append('\n'));
        host.names()
                .wildAliases()
                .forEach(alias -> text.append("                 wild alias ")
                        .append(alias)
                        .append('\n'));
    }

    private static String name(VirtualHostConfiguration host) {
        return host.names().name().isEmpty() ? "localhost" : host.names().name();
    }
}
