package org.brood.modules.text;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses that begin alike: {@code 192.0.2.1}, {@code 10.1} (a part of an address), {@code 10.0.0.0/8},
 * {@code 10.0.0.0/255.0.0.0}, {@code 2001:db8::/32}. No name is ever looked up.
 */
public final class AddressRange {
    private final byte[] network;
    private final byte[] mask;

    private AddressRange(byte[] network, byte[] mask) {
        this.network = network;
        this.mask = mask;
    }

    /** Empty when it looks like no address. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] mask = new byte[0];
        byte[] network = octets(address);
        if (network.length == 0 && address.matches("\\d{1,3}(\\.\\d{1,3}){0,2}\\.?")) {
            String[] parts = address.split("\\.");
            network = octets(address.replaceAll("\\.$", "") + ".0".repeat(4 - parts.length));
            mask = prefix(4, parts.length * 8);
        } else if (network.length > 0) {
            mask = prefix(network.length, network.length * 8);
        }
        if (slash >= 0 && network.length > 0) {
            mask = mask(text.substring(slash + 1), network.length);
        }
        boolean good = network.length > 0 && mask.length == network.length;
        return good ? Optional.of(new AddressRange(network, mask)) : Optional.empty();
    }

    public boolean contains(String address) {
        byte[] octets = octets(address);
        if (octets.length != network.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((octets[i] & mask[i]) != (network[i] & mask[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte[] mask(String text, int length) {
        if (text.matches("\\d{1,3}")) {
            int bits = Integer.parseInt(text);
            return bits <= length * 8 ? prefix(length, bits) : new byte[0];
        }
        return octets(text);
    }

    private static byte[] prefix(int length, int bits) {
        byte[] mask = new byte[length];
        for (int bit = 0; bit < bits; bit++) {
            mask[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return mask;
    }

    private static byte[] octets(String address) {
        boolean plausible = address.indexOf(':') >= 0 || address.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        try {
            return plausible ? InetAddress.ofLiteral(address).getAddress() : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
