package org.brood.protocol.http1;

import org.brood.protocol.http.Fault;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.ProtocolViolation;
import org.brood.protocol.http1.RequestHead.Part;

/**
 * The host a request is for, checked as httpd's {@code fix_hostname} does.
 *
 * <p>Always refused: slashes of both kinds, two dots in a row, a port outside 1 to 65535, an IPv6 literal that is none, a zone in it. Strict
 * also refuses every octet that is not a letter, digit, dot, hyphen or underscore, a name of digits only, dotted numbers that are not four parts without
 * leading zeros, and a last label that begins with anything but a letter.
 */
final class HostName {
    private static final int MOST_PORT = 65535;
    private static final int MOST_PORT_DIGITS = 9;

    private HostName() {}

    /** Reads a Host field's value into the head. */
    static void read(RequestHead head, int offset, int length, boolean strict) throws ProtocolViolation {
        if (length == 0) {
            return;
        }
        byte[] buffer = head.buffer();
        int end = offset + length;
        int digits = end;
        while (digits > offset && Octets.isDigit(buffer[digits - 1])) {
            digits--;
        }
        int hostEnd = end;
        if (digits > offset && digits < end && buffer[digits - 1] == ':') {
            head.port = port(buffer, digits, end);
            hostEnd = digits - 1;
            check(hostEnd > offset);
        }
        if (buffer[offset] == '[') {
            check(hostEnd - offset > 2 && buffer[hostEnd - 1] == ']');
            head.hostIsV6 = true;
            set(head, offset + 1, hostEnd - 1, strict);
        } else {
            set(head, offset, hostEnd, strict);
        }
    }

    /** Checks the host that the target named. */
    static void checkTarget(RequestHead head, boolean strict) throws ProtocolViolation {
        int offset = head.offset(Part.HOST);
        int length = head.length(Part.HOST);
        if (length > 0) {
            set(head, offset, offset + length, strict);
        }
    }

    private static void set(RequestHead head, int from, int to, boolean strict) throws ProtocolViolation {
        byte[] buffer = head.buffer();
        int end = to;
        if (head.hostIsV6) {
            check(Ipv6Literal.isValid(buffer, from, to));
        } else {
            checkName(buffer, from, to);
            if (buffer[end - 1] == '.') {
                end--;
            }
            check(!strict || end > from && isStrict(buffer, from, end));
        }
        head.span(Part.HOST, from, end - from);
    }

    private static int port(byte[] buffer, int from, int to) throws ProtocolViolation {
        int value = 0;
        for (int i = from; i < to && i < from + MOST_PORT_DIGITS; i++) {
            value = value * 10 + buffer[i] - '0';
        }
        check(value >= 1 && value <= MOST_PORT && to - from <= MOST_PORT_DIGITS);
        return value;
    }

    private static void checkName(byte[] buffer, int from, int to) throws ProtocolViolation {
        for (int i = from; i < to; i++) {
            byte octet = buffer[i];
            check(octet != '/' && octet != '\\');
            check(octet != '.' || i + 1 == to || buffer[i + 1] != '.');
        }
    }

    private static boolean isStrict(byte[] buffer, int from, int to) {
        boolean numeric = true;
        boolean leadingZero = leadingZero(buffer, from, to);
        int dots = 0;
        int label = from;
        for (int i = from; i < to; i++) {
            byte octet = buffer[i];
            if (octet == '.') {
                dots++;
                label = i + 1;
                leadingZero |= leadingZero(buffer, label, to);
            } else if (Octets.isLetter(octet) || octet == '-' || octet == '_') {
                numeric = false;
            } else if (!Octets.isDigit(octet)) {
                return false;
            }
        }
        if (numeric) {
            return dots == 3 && !leadingZero && buffer[from] != '.';
        }
        return dots == 0 || label == to || Octets.isLetter(buffer[label]);
    }

    private static boolean leadingZero(byte[] buffer, int label, int to) {
        return label + 1 < to && buffer[label] == '0' && Octets.isDigit(buffer[label + 1]);
    }

    private static void check(boolean good) throws ProtocolViolation {
        if (!good) {
            throw new ProtocolViolation(Fault.HOST_INVALID);
        }
    }
}
