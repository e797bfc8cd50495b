package org.brood.modules.text;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.brood.api.Exchange;
import org.jspecify.annotations.Nullable;

/** Names of clients by DNS, as access rules need them: looked up whatever HostnameLookups says, and proved. May block. */
public final class HostNames {

    private HostNames() {}

    /** The client's name, if the name's addresses have the client's among them; null otherwise. */
    public static @Nullable String proved(Exchange exchange) {
        exchange.neverReplay();
        String address = exchange.client().address();
        try {
            String name = InetAddress.ofLiteral(address).getCanonicalHostName();
            return !name.equals(address) && hasAddress(name, address) ? name : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether {@code name} has the address. */
    public static boolean hasAddress(String name, String address) {
        try {
            List<InetAddress> all = Arrays.asList(InetAddress.getAllByName(name));
            return all.contains(InetAddress.ofLiteral(address));
        } catch (UnknownHostException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether {@code host} is {@code domain} or lies in it. */
    public static boolean inDomain(String domain, String host) {
        int before = host.length() - domain.length();
        if (before < 0 || !host.regionMatches(true, before, domain, 0, domain.length())) {
            return false;
        }
        return before == 0 || domain.startsWith(".") || host.charAt(before - 1) == '.';
    }
}
