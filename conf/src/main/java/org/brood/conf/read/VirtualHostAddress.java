package org.brood.conf.read;

/**
 * An address of {@code <VirtualHost>} as it was written; names are not looked up here.
 *
 * @param host {@code *}, {@code _default_}, a name, or an address (IPv6 without brackets)
 * @param port 0 for every port
 */
public record VirtualHostAddress(String host, int port) {

    /** Whether every local address is meant. */
    public boolean isWildcard() {
        return host.equals("*") || host.equalsIgnoreCase("_default_");
    }

    /** {@code host:port} as {@code -S} prints it, {@code *:*} for no restriction at all. */
    @Override
    public String toString() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return name + ":" + (port == 0 ? "*" : String.valueOf(port));
    }
}
