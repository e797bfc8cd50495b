package org.brood.modules.generators.autoindex;

import java.util.Comparator;

/** Names with numbers in them, in the order of the numbers: {@code v9} before {@code v10}; a number that begins with zero is a fraction. */
final class NaturalOrder implements Comparator<String> {
    static final Comparator<String> CASE_SENSITIVE = new NaturalOrder(false);
    static final Comparator<String> CASE_BLIND = new NaturalOrder(true);

    private final boolean caseBlind;

    private NaturalOrder(boolean caseBlind) {
        this.caseBlind = caseBlind;
    }

    @Override
    public int compare(String left, String right) {
        int l = 0;
        int r = 0;
        while (true) {
            l = skipBlanks(left, l);
            r = skipBlanks(right, r);
            char a = at(left, l);
            char b = at(right, r);
            if (isDigit(a) && isDigit(b)) {
                int result = a == '0' || b == '0' ? fraction(left, l, right, r) : number(left, l, right, r);
                if (result != 0) {
                    return result;
                }
            }
            if (a == 0 && b == 0) {
                return 0;
            }
            int result = Character.compare(folded(a), folded(b));
            if (result != 0) {
                return result;
            }
            l++;
            r++;
        }
    }

    private char folded(char c) {
        return caseBlind ? Character.toUpperCase(c) : c;
    }

    private static int fraction(String left, int l, String right, int r) {
        for (int i = 0; ; i++) {
            char a = at(left, l + i);
            char b = at(right, r + i);
            if (!isDigit(a) && !isDigit(b)) {
                return 0;
            }
            if (!isDigit(a) || !isDigit(b)) {
                return isDigit(a) ? 1 : -1;
            }
            if (a != b) {
                return Character.compare(a, b);
            }
        }
    }

    /** The longer number is greater; of two as long the first difference decides. */
    private static int number(String left, int l, String right, int r) {
        int bias = 0;
        for (int i = 0; ; i++) {
            char a = at(left, l + i);
            char b = at(right, r + i);
            if (!isDigit(a) && !isDigit(b)) {
                return bias;
            }
            if (!isDigit(a) || !isDigit(b)) {
                return isDigit(a) ? 1 : -1;
            }
            if (bias == 0) {
                bias = Character.compare(a, b);
            }
        }
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static char at(String text, int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
