package org.brood.conf.match;

import java.util.Arrays;
import java.util.Optional;

/**
 * A network: {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.0.0}, {@code 10.1}, {@code 2001:db8::/32}, or one address. An IPv4
 * address written as an IPv6 one ({@code ::ffff:1.2.3.4}) counts as IPv4. No name is ever looked up.
 */
public final class Subnet {
    private final byte[] address;
    private final byte[] mask;

    private Subnet(byte[] address, byte[] mask) {
        this.address = address;
        this.mask = mask;
    }

    /** Empty when {@code text} is no network. */
    public static Optional<Subnet> parse(String text) {
        int slash = text.indexOf('/');
        String base = slash < 0 ? text : text.substring(0, slash);
        byte[] whole = IpAddress.bytes(base);
        if (whole.length > 0) {
            return withMask(whole, slash < 0 ? null : text.substring(slash + 1));
        }
        byte[] partial = slash < 0 ? IpAddress.partialV4(base) : new byte[0];
        return partial.length == 0 ? Optional.empty() : Optional.of(prefix(pad(partial), partial.length * 8));
    }

    private static Optional<Subnet> withMask(byte[] address, @org.jspecify.annotations.Nullable String mask) {
        if (mask == null) {
            return Optional.of(prefix(address, address.length * 8));
        }
        byte[] dotted = mask.indexOf('.') < 0 ? new byte[0] : IpAddress.bytes(mask);
        if (dotted.length == address.length) {
            return Optional.of(new Subnet(masked(address, dotted), dotted));
        }
        boolean number = !mask.isEmpty() && mask.length() <= 3 && mask.chars().allMatch(c -> c >= '0' && c <= '9');
        int bits = number ? Integer.parseInt(mask) : 0;
        return bits < 1 || bits > address.length * 8 ? Optional.empty() : Optional.of(prefix(address, bits));
    }

    private static byte[] pad(byte[] partial) {
        return Arrays.copyOf(partial, 4);
    }

    private static Subnet prefix(byte[] address, int bits) {
        byte[] mask = new byte[address.length];
        for (int i = 0; i < bits; i++) {
            mask[i / 8] |= (byte) (0x80 >> i % 8);
        }
        return new Subnet(masked(address, mask), mask);
    }

    private static byte[] masked(byte[] address, byte[] mask) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            masked[i] = (byte) (address[i] & mask[i]);
        }
        return masked;
    }

    /** False also when {@code text} is no address. */
    public boolean contains(String text) {
        byte[] other = IpAddress.bytes(text);
        return other.length == address.length && Arrays.equals(masked(other, mask), address);
    }
}
