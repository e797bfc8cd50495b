package org.brood.posix;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * An address and port of IPv4 or IPv6. Immutable: the bytes are copied in and out.
 *
 * @param address 4 or 16 bytes in network order
 * @param port 0 to 65535; 0 lets the kernel choose when it is bound
 * @param scopeId the interface's number of a link-local IPv6 address, else 0
 */
public record InetEndpoint(byte[] address, int port, int scopeId) {

    public InetEndpoint {
        if (address.length != 4 && address.length != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + address.length);
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
        address = address.clone();
    }

    /** @param literal an address in digits, without brackets; no name is looked up */
    public static InetEndpoint of(String literal, int port) {
        InetAddress parsed = InetAddress.ofLiteral(literal);
        int scope = parsed instanceof Inet6Address six ? six.getScopeId() : 0;
        return new InetEndpoint(parsed.getAddress(), port, scope);
    }

    /** All interfaces: {@code [::]}, or {@code 0.0.0.0}. */
    public static InetEndpoint any(boolean ipv6, int port) {
        return new InetEndpoint(new byte[ipv6 ? 16 : 4], port, 0);
    }

    @Override
    public byte[] address() {
        return address.clone();
    }

    public boolean isIpv6() {
        return address.length == 16;
    }

    public boolean isAny() {
        return Arrays.equals(address, new byte[address.length]);
    }

    /** {@code 127.0.0.1} or {@code ::1} (RFC 5952); IPv4 mapped into IPv6 is shown as IPv4, a scope as {@code %2}. */
    public String host() {
        String text = InetText.of(address);
        return scopeId == 0 ? text : text + "%" + scopeId;
    }

    /** {@code 127.0.0.1:80} or {@code [::1]:80}. */
    @Override
    public String toString() {
        String host = host();
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InetEndpoint that
                && port == that.port
                && scopeId == that.scopeId
                && Arrays.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(address) + port) + scopeId;
    }
}
