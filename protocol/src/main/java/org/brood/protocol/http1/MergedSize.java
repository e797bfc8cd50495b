package org.brood.protocol.http1;

import java.util.Arrays;
import java.util.Locale;
import org.brood.protocol.http.Fault;
import org.brood.protocol.http.ProtocolViolation;

/**
 * LimitRequestFieldSize holds for all lines of one field together, joined by comma and SP. The values of nearly every head are together below
 * the limit, which is the quick answer; only beyond it are lines grouped by name.
 */
final class MergedSize {
    private static final int SEPARATOR = 2;

    private MergedSize() {}

    static void check(FieldTable fields, Http1Rules rules) throws ProtocolViolation {
        long sum = 0;
        for (int i = 0; i < fields.size(); i++) {
            sum += fields.valueLength(i) + SEPARATOR;
        }
        if (sum > rules.limitRequestFieldSize()) {
            checkByName(fields, rules.limitRequestFieldSize());
        }
    }

    private static void checkByName(FieldTable fields, int limit) throws ProtocolViolation {
        long[] keys = new long[fields.size()];
        String[] names = new String[fields.size()];
        for (int i = 0; i < keys.length; i++) {
            names[i] = fields.name(i).toLowerCase(Locale.ROOT);
            keys[i] = (long) names[i].hashCode() << 32 | i;
        }
        Arrays.sort(keys);
        long size = 0;
        for (int k = 0; k < keys.length; k++) {
            int line = (int) keys[k];
            boolean sameField = k > 0 && names[line].equals(names[(int) keys[k - 1]]);
            size = fields.valueLength(line) + (sameField ? size + SEPARATOR : 0);
            if (size > limit) {
                throw new ProtocolViolation(Fault.FIELD_TOO_LONG_MERGED);
            }
        }
    }
}
