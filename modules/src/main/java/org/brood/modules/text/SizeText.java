package org.brood.modules.text;

/** Sizes in four characters, as listings show them: apr_strfsize. */
public final class SizeText {
    private static final String UNITS = "KMGTPE";

    private SizeText() {}

    /** @param size in bytes; negative for none */
    public static String of(long size) {
        if (size < 0) {
            return "  - ";
        }
        if (size < 973) {
            return String.format("%3d ", size);
        }
        long value = size;
        int unit = -1;
        long rest;
        do {
            rest = value & 1023;
            value >>= 10;
            unit++;
        } while (value >= 973);
        if (value < 9 || value == 9 && rest < 973) {
            long tenth = (rest * 5 + 256) / 512;
            if (tenth >= 10) {
                value++;
                tenth = 0;
            }
            return value + "." + tenth + UNITS.charAt(unit);
        }
        return String.format("%3d%c", rest >= 512 ? value + 1 : value, UNITS.charAt(unit));
    }
}
