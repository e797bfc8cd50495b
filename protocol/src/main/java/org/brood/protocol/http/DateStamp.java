package org.brood.protocol.http;

/**
 * The current date as octets, rendered when the second changes and copied otherwise. It has no clock: whoever owns one passes the second. One owner thread;
 * give each its own.
 */
public final class DateStamp {
    /** Octets of an IMF-fixdate. */
    public static final int LENGTH = 29;

    private byte[] rendered = new byte[LENGTH];
    private long second = Long.MIN_VALUE;

    /** Writes the date of that second (since 1970, UTC) into {@code out} from {@code at}. */
    public void write(long epochSecond, byte[] out, int at) {
        if (epochSecond != second) {
            rendered = Octets.bytes(HttpDate.format(epochSecond));
            second = epochSecond;
        }
        System.arraycopy(rendered, 0, out, at, LENGTH);
    }
}
