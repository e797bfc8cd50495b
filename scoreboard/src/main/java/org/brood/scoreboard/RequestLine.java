package org.brood.scoreboard;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A request line in the board must not show a password: in {@code GET http://user:secret@host/ HTTP/1.1} what stands between
 * the colon and the at sign becomes one {@code *}-row of the same length. A line whose target begins with a slash, nearly
 * every one, is passed over at its first look.
 */
final class RequestLine {

    private RequestLine() {}

    static void hidePassword(MemorySegment row, int textOffset) {
        int end = textOffset + 1 + row.get(ValueLayout.JAVA_BYTE, textOffset);
        int target = next(row, textOffset + 1, end, ' ') + 1;
        if (target < end && at(row, target) != '/') {
            hideAfterScheme(row, target, end);
        }
    }

    private static void hideAfterScheme(MemorySegment row, int target, int end) {
        int scheme = next(row, target, end, ':');
        if (scheme + 2 >= end || at(row, scheme + 1) != '/' || at(row, scheme + 2) != '/') {
            return;
        }
        int authority = scheme + 3;
        int authorityEnd = Math.min(next(row, authority, end, '/'), next(row, authority, end, ' '));
        int password = next(row, authority, authorityEnd, ':') + 1;
        int sign = last(row, authority, authorityEnd, '@');
        boolean cutOff = authorityEnd == end && sign < 0; // the at sign may have been cut off
        int hideTo = cutOff ? end : sign;
        for (int i = password; i < hideTo; i++) {
            row.set(ValueLayout.JAVA_BYTE, i, (byte) '*');
        }
    }

    private static byte at(MemorySegment row, int offset) {
        return row.get(ValueLayout.JAVA_BYTE, offset);
    }

    /** Where the character stands, or {@code end}. */
    private static int next(MemorySegment row, int from, int end, char wanted) {
        int i = from;
        while (i < end && at(row, i) != wanted) {
            i++;
        }
        return i;
    }

    /** Where the character stands last, or -1. */
    private static int last(MemorySegment row, int from, int end, char wanted) {
        int i = end - 1;
        while (i >= from && at(row, i) != wanted) {
            i--;
        }
        return i >= from ? i : -1;
    }
}
