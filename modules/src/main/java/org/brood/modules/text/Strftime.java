package org.brood.modules.text;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** strftime(3) in the C locale, as {@code %{format}t} and SSI-like times need it. */
public final class Strftime {

    private Strftime() {}

    public static String format(String pattern, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%' || i + 1 == pattern.length()) {
                out.append(c);
                continue;
            }
            char letter = pattern.charAt(++i);
            boolean modifier = (letter == 'E' || letter == 'O') && i + 1 < pattern.length();
            conversion(out, modifier ? pattern.charAt(++i) : letter, time);
        }
        return out.toString();
    }

    private static void conversion(StringBuilder out, char letter, ZonedDateTime time) {
        switch (letter) {
            case 'a' -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            case 'A' -> out.append(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case 'b', 'h' -> out.append(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            case 'B' -> out.append(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case 'c' -> out.append(format("%a %b %e %H:%M:%S %Y", time));
            case 'D', 'x' -> out.append(format("%m/%d/%y", time));
            case 'F' -> out.append(format("%Y-%m-%d", time));
            case 'r' -> out.append(format("%I:%M:%S %p", time));
            case 'R' -> out.append(format("%H:%M", time));
            case 'T', 'X' -> out.append(format("%H:%M:%S", time));
            case 'p' -> out.append(time.getHour() < 12 ? "AM" : "PM");
            case 'P' -> out.append(time.getHour() < 12 ? "am" : "pm");
            case 'z' -> out.append(DateTimeFormatter.ofPattern("xx").format(time));
            case 'Z' ->
                out.append(DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time));
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case '%' -> out.append('%');
            default -> number(out, letter, time);
        }
    }

    private static void number(StringBuilder out, char letter, ZonedDateTime time) {
        int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        int weekday = time.getDayOfWeek().getValue();
        int yearDay = time.getDayOfYear();
        switch (letter) {
            case 'C' -> padded(out, time.getYear() / 100, 2, '0');
            case 'd' -> padded(out, time.getDayOfMonth(), 2, '0');
            case 'e' -> padded(out, time.getDayOfMonth(), 2, ' ');
            case 'g' -> padded(out, time.get(IsoFields.WEEK_BASED_YEAR) % 100, 2, '0');
            case 'G' -> out.append(time.get(IsoFields.WEEK_BASED_YEAR));
            case 'H' -> padded(out, time.getHour(), 2, '0');
            case 'I' -> padded(out, hour12, 2, '0');
            case 'j' -> padded(out, yearDay, 3, '0');
            case 'k' -> padded(out, time.getHour(), 2, ' ');
            case 'l' -> padded(out, hour12, 2, ' ');
            case 'm' -> padded(out, time.getMonthValue(), 2, '0');
            case 'M' -> padded(out, time.getMinute(), 2, '0');
            case 's' -> out.append(time.toEpochSecond());
            case 'S' -> padded(out, time.getSecond(), 2, '0');
            case 'u' -> out.append(weekday);
            case 'U' -> padded(out, (yearDay + 6 - weekday % 7) / 7, 2, '0');
            case 'V' -> padded(out, time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
            case 'w' -> out.append(weekday % 7);
            case 'W' -> padded(out, (yearDay + 6 - (weekday + 6) % 7) / 7, 2, '0');
            case 'y' -> padded(out, time.get(ChronoField.YEAR) % 100, 2, '0');
            case 'Y' -> out.append(time.getYear());
            default -> out.append('%').append(letter);
        }
    }

    private static void padded(StringBuilder out, int value, int width, char fill) {
        String digits = String.valueOf(value);
        for (int i = digits.length(); i < width; i++) {
            out.append(fill);
        }
        out.append(digits);
    }
}
