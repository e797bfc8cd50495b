package org.brood.protocol.http1;

import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;

/** What all lines of a message have in common: their size, their end, no NUL. */
final class LineCheck {
    private LineCheck() {}

    /**
     * Checks a line that ends with the line feed at {@code lineFeed}.
     *
     * @param longest octets that it may have before its CRLF
     * @return where the line ends, its CRLF or LF not counted
     */
    static int end(byte[] buffer, int start, int lineFeed, int longest, Fault tooLong, boolean strict)
            throws ProtocolViolation {
        boolean crlf = lineFeed > start && buffer[lineFeed - 1] == '\r';
        int end = crlf ? lineFeed - 1 : lineFeed;
        check(end - start <= longest, tooLong);
        check(crlf || !strict, Fault.LINE_ENDS_WITHOUT_CR);
        check(Octets.indexOf((byte) 0, buffer, start, end) < 0, Fault.NUL_IN_LINE);
        return end;
    }

    /** Checks a line whose end has not come: one octet more than it may have can wait, since that may be its CR. */
    static void unfinished(int waiting, int longest, Fault tooLong) throws ProtocolViolation {
        check(waiting <= longest + 1, tooLong);
    }

    private static void check(boolean good, Fault fault) throws ProtocolViolation {
        if (!good) {
            throw new ProtocolViolation(fault);
        }
    }
}
