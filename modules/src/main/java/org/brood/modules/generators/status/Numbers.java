package org.brood.modules.generators.status;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as apr_snprintf writes them: {@code %g} without a zero in front of the point, sizes with their unit. */
final class Numbers {
    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;
    private static final long GIGA = MEGA * KILO;

    private Numbers() {}

    static String general(double value) {
        return general(value, 6);
    }

    static String general(double value, int digits) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= digits) {
            String mantissa =
                    rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
            return mantissa + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
        }
        String text = rounded.toPlainString();
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    static String bytes(long bytes) {
        if (bytes < 5 * KILO) {
            return bytes + " B";
        }
        return bytes < MEGA / 2
                ? tenth(bytes, KILO) + " kB"
                : bytes < GIGA / 2 ? tenth(bytes, MEGA) + " MB" : tenth(bytes, GIGA) + " GB";
    }

    static String kilobytes(long kilobytes) {
        if (kilobytes < KILO) {
            return kilobytes + " kB";
        }
        return kilobytes < MEGA ? tenth(kilobytes, KILO) + " MB" : tenth(kilobytes, MEGA) + " GB";
    }

    private static String tenth(long value, long unit) {
        return fixed((double) value / unit, 1);
    }

    static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** {@code " 1 day 2 hours 3 minutes 4 seconds"}; parts of zero are left out. */
    static String duration(long seconds) {
        return part(seconds / 86_400, "day")
                + part(seconds / 3600 % 24, "hour")
                + part(seconds / 60 % 60, "minute")
                + part(seconds % 60, "second");
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : " " + count + " " + unit + (count == 1 ? "" : "s");
    }
}
