package org.brood.conf.expr;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The variables that tell the time, in local time. */
enum TimeVariable {
    TIME_YEAR,
    TIME_MON,
    TIME_DAY,
    TIME_HOUR,
    TIME_MIN,
    TIME_SEC,
    TIME_WDAY,
    TIME;

    static @Nullable TimeVariable named(String name) {
        for (TimeVariable variable : values()) {
            if (variable.name().equals(name)) {
                return variable;
            }
        }
        return null;
    }

    String of(ZonedDateTime time) {
        return switch (this) {
            case TIME_YEAR -> digits(time.getYear(), 4);
            case TIME_MON -> digits(time.getMonthValue(), 2);
            case TIME_DAY -> digits(time.getDayOfMonth(), 2);
            case TIME_HOUR -> digits(time.getHour(), 2);
            case TIME_MIN -> digits(time.getMinute(), 2);
            case TIME_SEC -> digits(time.getSecond(), 2);
            case TIME_WDAY -> String.valueOf(time.getDayOfWeek().getValue() % 7);
            case TIME ->
                TIME_YEAR.of(time)
                        + TIME_MON.of(time)
                        + TIME_DAY.of(time)
                        + TIME_HOUR.of(time)
                        + TIME_MIN.of(time)
                        + TIME_SEC.of(time);
        };
    }

    private static String digits(int number, int width) {
        String text = String.valueOf(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
