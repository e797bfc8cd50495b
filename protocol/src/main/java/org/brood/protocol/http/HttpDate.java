package org.brood.protocol.http;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * HTTP-date (RFC 9110 section 5.6.7). Read in all three forms, leniently where httpd is: the name of the day and the zone's letters are not looked at, the day
 * may have one digit. A date of the first two forms without a zone is none, as for httpd 2.4.71. Written as IMF-fixdate.
 *
 * <pre>
 *   Sun, 06 Nov 1994 08:49:37 GMT      IMF-fixdate
 *   Sunday, 06-Nov-94 08:49:37 GMT     RFC 850; years below 70 are of this century
 *   Sun Nov  6 08:49:37 1994           asctime
 * </pre>
 */
public final class HttpDate {
    /** What {@link #parse} returns for a text that is no date: earlier than any. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final DateTimeFormatter IMF =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpDate() {}

    /** Seconds since 1970, UTC, as IMF-fixdate. */
    public static String format(long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC).format(IMF);
    }

    /** Seconds since 1970, UTC; {@link #INVALID} for what is no date. */
    public static long parse(String text) {
        String date = text.strip();
        int space = date.indexOf(' ');
        if (space < 0) {
            return INVALID;
        }
        String[] parts = date.substring(space + 1).strip().split(" +");
        if (parts.length >= 4 && isMonth(parts[0])) {
            return of(parts[1], parts[0], parts[3], parts[2]);
        }
        if (parts.length >= 5 && isMonth(parts[1])) {
            return of(parts[0], parts[1], parts[2], parts[3]);
        }
        String[] dashed = parts[0].split("-", -1);
        if (parts.length >= 3 && dashed.length == 3 && isMonth(dashed[1])) {
            return of(dashed[0], dashed[1], century(dashed[2]), parts[1]);
        }
        return INVALID;
    }

    private static boolean isMonth(String text) {
        int at = MONTHS.indexOf(text.toLowerCase(Locale.ROOT));
        return text.length() == 3 && at >= 0 && at % 3 == 0;
    }

    private static String century(String year) {
        int value = number(year, 2, 2);
        if (value < 0) {
            return year;
        }
        return String.valueOf(value < 70 ? 2000 + value : 1900 + value);
    }

    private static long of(String day, String month, String year, String time) {
        String[] clock = time.split(":", -1);
        if (clock.length != 3) {
            return INVALID;
        }
        int d = number(day, 1, 2);
        int m = MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) / 3 + 1;
        int y = number(year, 4, 4);
        int hour = number(clock[0], 2, 2);
        int minute = number(clock[1], 2, 2);
        int second = number(clock[2], 2, 2);
        boolean clockGood = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 61;
        if (!clockGood || y < 1970 || d < 1 || d > YearMonth.of(y, m).lengthOfMonth()) {
            return INVALID;
        }
        long start = LocalDateTime.of(y, m, d, hour, minute, 0).toEpochSecond(ZoneOffset.UTC);
        return start + second;
    }

    private static int number(String digits, int least, int most) {
        if (digits.length() < least || digits.length() > most) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
