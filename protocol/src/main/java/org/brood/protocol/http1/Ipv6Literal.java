package org.brood.protocol.http1;

import org.brood.protocol.http.Octets;

/** IPv6 addresses as text (RFC 4291 section 2.2): eight groups, one run of them left out as {@code ::}, the last two perhaps as dotted IPv4. */
final class Ipv6Literal {
    private static final int GROUPS = 8;
    private static final int GROUP_DIGITS = 4;

    private Ipv6Literal() {}

    static boolean isValid(byte[] buffer, int from, int to) {
        int groups = 0;
        boolean gap = false;
        int at = from;
        if (to - from >= 2 && buffer[from] == ':' && buffer[from + 1] == ':') {
            gap = true;
            at += 2;
        }
        while (at < to) {
            int end = at;
            while (end < to && Octets.hexValue(buffer[end]) >= 0) {
                end++;
            }
            if (end < to && buffer[end] == '.') {
                return isV4(buffer, at, to) && complete(groups + 2, gap);
            }
            if (end == at || end - at > GROUP_DIGITS) {
                return false;
            }
            groups++;
            if (end == to) {
                return complete(groups, gap);
            }
            if (buffer[end] != ':' || end + 1 == to) {
                return false;
            }
            at = end + 1;
            if (buffer[at] == ':') {
                if (gap) {
                    return false;
                }
                gap = true;
                at++;
            }
        }
        return complete(groups, gap);
    }

    private static boolean complete(int groups, boolean gap) {
        return gap ? groups < GROUPS : groups == GROUPS;
    }

    private static boolean isV4(byte[] buffer, int from, int to) {
        int parts = 0;
        int at = from;
        while (at < to && parts < 4) {
            int value = 0;
            int start = at;
            while (at < to && Octets.isDigit(buffer[at]) && at - start < 3) {
                value = value * 10 + buffer[at++] - '0';
            }
            boolean leadingZero = at - start > 1 && buffer[start] == '0';
            if (at == start || value > 255 || leadingZero) {
                return false;
            }
            parts++;
            if (at == to) {
                return parts == 4;
            }
            if (buffer[at++] != '.') {
                return false;
            }
        }
        return false;
    }
}
