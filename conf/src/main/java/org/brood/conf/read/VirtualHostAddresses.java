package org.brood.conf.read;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;

/** The arguments of {@code <VirtualHost>}: {@code host}, {@code host:port}, {@code host:*}, {@code [v6]:port}. */
final class VirtualHostAddresses {
    private static final String INVALID = "The address or port is invalid";

    private VirtualHostAddresses() {}

    static List<VirtualHostAddress> of(List<String> arguments) throws ConfigurationException {
        List<VirtualHostAddress> addresses = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.isEmpty()) {
                addresses.add(one(argument));
            }
        }
        return addresses;
    }

    private static VirtualHostAddress one(String argument) throws ConfigurationException {
        String host = argument.endsWith(":*") ? argument.substring(0, argument.length() - 2) : argument;
        if (host.startsWith("[")) {
            return bracketed(host);
        }
        int colon = host.lastIndexOf(':');
        String digits = host.substring(colon + 1);
        if (digits.isEmpty() || !isNumber(digits)) {
            return new VirtualHostAddress(host, 0); // a name that cannot be found, which is no mistake in the file
        }
        if (colon < 0) {
            throw new ConfigurationException(null, "Missing address for VirtualHost");
        }
        if (colon == 0) {
            throw new ConfigurationException(null, INVALID);
        }
        return new VirtualHostAddress(host.substring(0, colon), port(digits));
    }

    private static VirtualHostAddress bracketed(String host) throws ConfigurationException {
        int close = host.indexOf(']');
        if (close < 0) {
            throw new ConfigurationException(null, INVALID);
        }
        String rest = host.substring(close + 1);
        if (!rest.isEmpty() && rest.charAt(0) != ':') {
            throw new ConfigurationException(null, INVALID);
        }
        return new VirtualHostAddress(host.substring(1, close), rest.isEmpty() ? 0 : port(rest.substring(1)));
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int port(String text) throws ConfigurationException {
        boolean fits = !text.isEmpty() && text.length() <= 5 && isNumber(text);
        int port = fits ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new ConfigurationException(null, INVALID);
        }
        return port;
    }
}
