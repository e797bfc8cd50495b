package org.brood.supervisor.listen;

import java.util.Locale;
import java.util.Optional;
import org.brood.conf.ConfigurationException;
import org.brood.conf.SourceLine;
import org.brood.posix.InetEndpoint;

/**
 * One use of {@code Listen [address:]port [protocol]}.
 *
 * @param address empty where none was written: all interfaces, IPv6 first
 * @param protocol in lower case; {@code https} for port 443 and {@code http} else when it was not written
 * @param source where it stands
 */
public record ListenLine(Optional<String> address, int port, String protocol, SourceLine source) {

    /** @param protocol empty when the second argument was left out */
    public static ListenLine parse(String text, Optional<String> protocol, SourceLine source)
            throws ConfigurationException {
        int digits = text.length();
        while (digits > 0 && Character.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        boolean onlyPort = digits == 0;
        boolean both = digits > 0 && digits < text.length() && text.charAt(digits - 1) == ':';
        String host = onlyPort ? "*" : both ? text.substring(0, digits - 1) : text;
        if (host.startsWith("[") && !host.endsWith("]")) {
            throw new ConfigurationException(source, "Invalid address or port");
        }
        int port = port(onlyPort || both ? text.substring(digits) : "", source);
        Optional<String> address = address(host, source);
        String word = protocol.map(given -> given.toLowerCase(Locale.ROOT)).orElse(port == 443 ? "https" : "http");
        return new ListenLine(address, port, word, source);
    }

    private static int port(String text, SourceLine source) throws ConfigurationException {
        if (text.isEmpty()) {
            throw new ConfigurationException(source, "Port must be specified");
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new ConfigurationException(source, "Invalid address or port");
        }
        throw new ConfigurationException(source, "Invalid address or port");
    }

    private static Optional<String> address(String text, SourceLine source) throws ConfigurationException {
        if (text.equals("*")) {
            return Optional.empty();
        }
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String literal = bracketed ? text.substring(1, text.length() - 1) : text;
        try {
            InetEndpoint.of(literal, 0);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    source,
                    "alloc_listener: failed to set up sockaddr for " + literal
                            + " (write an address in digits, or only the port)");
        }
        return Optional.of(literal);
    }

    /** Two lines that would bind the same socket, a configuration error. */
    public boolean clashesWith(ListenLine other) {
        return port == other.port && address.equals(other.address);
    }
}
