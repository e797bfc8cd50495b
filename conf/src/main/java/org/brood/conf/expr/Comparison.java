package org.brood.conf.expr;

import java.util.Comparator;

/** How two words are compared. */
record Comparison(Relation relation, Comparator<String> order) {

    enum Relation {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** As whole numbers; what is no number counts as far as it is one, like C's {@code atoi}. */
    static final Comparator<String> NUMBERS = Comparator.comparingLong(Comparison::number);

    /** By characters. */
    static final Comparator<String> TEXTS = Comparator.naturalOrder();

    /** mod_ssl's: a longer text is greater. */
    static final Comparator<String> SSL =
            Comparator.comparingInt(String::length).thenComparing(TEXTS);

    boolean holds(String left, String right) {
        int difference = order.compare(left, right);
        return switch (relation) {
            case EQUAL -> difference == 0;
            case NOT_EQUAL -> difference != 0;
            case LESS -> difference < 0;
            case LESS_OR_EQUAL -> difference <= 0;
            case GREATER -> difference > 0;
            case GREATER_OR_EQUAL -> difference >= 0;
        };
    }

    private static long number(String text) {
        String trimmed = text.strip();
        boolean negative = trimmed.startsWith("-");
        long value = 0;
        for (int i = negative || trimmed.startsWith("+") ? 1 : 0; i < trimmed.length(); i++) {
            int digit = trimmed.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }
}
