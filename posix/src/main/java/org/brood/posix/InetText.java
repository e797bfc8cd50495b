package org.brood.posix;

/** The text of an address: dotted decimal, or RFC 5952 (the longest run of two or more zero groups is {@code ::}). */
final class InetText {
    private static final int GROUPS = 8;

    private InetText() {}

    static String of(byte[] address) {
        if (address.length == 4) {
            return dotted(address, 0);
        }
        return isMappedIpv4(address) ? dotted(address, 12) : grouped(address);
    }

    private static boolean isMappedIpv4(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    private static String dotted(byte[] address, int at) {
        return (address[at] & 255) + "." + (address[at + 1] & 255) + "." + (address[at + 2] & 255) + "."
                + (address[at + 3] & 255);
    }

    private static String grouped(byte[] address) {
        int zeroStart = longestZeroRun(address);
        int zeroEnd = zeroStart + zeroRun(address, zeroStart);
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i >= zeroStart && i < zeroEnd) {
                text.append(i == zeroStart ? "::" : "");
                continue;
            }
            if (i > 0 && i != zeroEnd) {
                text.append(':');
            }
            text.append(Integer.toHexString(group(address, i)));
        }
        return text.toString();
    }

    /** The first group of the longest run of at least two; {@link #GROUPS} when there is none. */
    private static int longestZeroRun(byte[] address) {
        int start = GROUPS;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeroRun(address, i);
            if (run > longest) {
                start = i;
                longest = run;
            }
        }
        return start;
    }

    private static int zeroRun(byte[] address, int from) {
        int at = from;
        while (at < GROUPS && group(address, at) == 0) {
            at++;
        }
        return at - from;
    }

    private static int group(byte[] address, int index) {
        return (address[2 * index] & 255) << 8 | address[2 * index + 1] & 255;
    }
}
