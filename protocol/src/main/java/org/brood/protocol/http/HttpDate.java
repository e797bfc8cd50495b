package org.brood.protocol.http;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * HTTP-date (RFC 9110 section 5.6.7). Read in all three forms, as httpd does: the name of the day and the zone's letters are not looked at, the day
 * may have one digit, a month is written with its own capital. A date of the first two forms without a blank behind its seconds is none. Written as
 * IMF-fixdate.
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

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final DateTimeFormatter IMF =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** Where a form has its parts, behind the blank that ends the weekday. In masks # is a digit, ~ a digit or blank, A and a are letters. */
    private enum Form {
        IMF("## Aaa #### ##:##:## ", 0, 3, 7, 12),
        RFC_850("##-Aaa-## ##:##:## ", 0, 3, 7, 10),
        ASCTIME("Aaa ~# ##:##:## ####", 4, 0, 16, 7),
        SHORT_IMF("# Aaa #### ##:##:## ", 0, 2, 6, 11);

        private final String mask;
        private final int day;
        private final int month;
        private final int year;
        private final int clock;

        Form(String mask, int day, int month, int year, int clock) {
            this.mask = mask;
            this.day = day;
            this.month = month;
            this.year = year;
            this.clock = clock;
        }

        private boolean fits(String date) {
            if (date.length() < mask.length()) {
                return false;
            }
            for (int i = 0; i < mask.length(); i++) {
                if (!fits(mask.charAt(i), date.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean fits(char wanted, char c) {
            return switch (wanted) {
                case '#' -> c >= '0' && c <= '9';
                case '~' -> c == ' ' || c >= '0' && c <= '9';
                case 'A' -> c >= 'A' && c <= 'Z';
                case 'a' -> c >= 'a' && c <= 'z';
                default -> c == wanted;
            };
        }
    }

    private HttpDate() {}

    /** Seconds since 1970, UTC, as IMF-fixdate. */
    public static String format(long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC).format(IMF);
    }

    /** Seconds since 1970, UTC; {@link #INVALID} for what is no date. */
    public static long parse(String text) {
        String stripped = text.stripLeading();
        String date = stripped.substring(stripped.indexOf(' ') + 1);
        if (date.length() == stripped.length()) {
            return INVALID;
        }
        for (Form form : Form.values()) {
            if (form.fits(date)) {
                return read(date, form);
            }
        }
        return INVALID;
    }

    private static long read(String date, Form form) {
        int month = month(date, form.month);
        int day = number(date, form.day, date.charAt(form.day + 1) == ' ' ? 1 : 2);
        int hour = number(date, form.clock, 2);
        int minute = number(date, form.clock + 3, 2);
        int second = number(date, form.clock + 6, 2);
        if (month == 0 || hour > 23 || minute > 59 || second > 61) {
            return INVALID;
        }
        int year = form == Form.RFC_850 ? century(number(date, form.year, 2)) : number(date, form.year, 4);
        if (year < 1970 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return INVALID;
        }
        return LocalDateTime.of(year, month, day, hour, minute, 0).toEpochSecond(ZoneOffset.UTC) + second;
    }

    private static int century(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    /** 1 to 12; 0 for no month. */
    private static int month(String date, int from) {
        int at = MONTHS.indexOf(date.substring(from, from + 3));
        return at % 3 == 0 ? at / 3 + 1 : 0;
    }

    /** Reads digits; a blank counts as 0. */
    private static int number(String date, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = date.charAt(i);
            value = value * 10 + (c == ' ' ? 0 : c - '0');
        }
        return value;
    }
}
