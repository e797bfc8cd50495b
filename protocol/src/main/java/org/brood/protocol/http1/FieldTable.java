package org.brood.protocol.http1;

import java.util.Arrays;
import java.util.Locale;
import org.brood.protocol.http.Field;
import org.brood.protocol.http.Octets;
import org.brood.protocol.http.RequestFields;
import org.jspecify.annotations.Nullable;

/**
 * Field lines as offsets into someone else's octets: no name and no value becomes an object until asked for as text. Offsets are kept relative
 * to a base, so the octets may move between two calls of the parser.
 *
 * <p>Lines keep their order and their repetitions. A set of the known {@link Field}s seen answers most questions without a search.
 * Filled by a parser of this package, read by anyone as long as the octets stay; not thread-safe.
 */
public final class FieldTable implements RequestFields {
    private static final int STRIDE = 5;
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 1;
    private static final int VALUE = 2;
    private static final int VALUE_LENGTH = 3;
    private static final int FIELD = 4;
    private static final int UNKNOWN = -1;
    private static final int FIRST_CAPACITY = 24;
    private static final Field[] FIELDS = Field.values();

    private byte[] buffer = new byte[0];
    private int base;
    private int[] spans = new int[0];
    private int count;
    private long seen;

    FieldTable() {}

    private FieldTable(FieldTable other, byte[] octets) {
        buffer = octets;
        spans = Arrays.copyOf(other.spans, other.count * STRIDE);
        count = other.count;
        seen = other.seen;
    }

    FieldTable over(byte[] octets) {
        return new FieldTable(this, octets);
    }

    void clear() {
        count = 0;
        seen = 0;
    }

    void bind(byte[] octets, int newBase) {
        buffer = octets;
        base = newBase;
    }

    /** Appends a line; offsets are those of the buffer. */
    void add(int name, int nameLength, @Nullable Field field, int value, int valueLength) {
        int at = count * STRIDE;
        if (at == spans.length) {
            spans = Arrays.copyOf(spans, Math.max(FIRST_CAPACITY * STRIDE, spans.length * 2));
        }
        int[] target = spans;
        target[at] = name - base;
        target[at + NAME_LENGTH] = nameLength;
        target[at + VALUE] = value - base;
        target[at + VALUE_LENGTH] = valueLength;
        if (field == null) {
            target[at + FIELD] = UNKNOWN;
        } else {
            target[at + FIELD] = field.ordinal();
            seen |= field.bit();
        }
        count++;
    }

    /** Gives the last line another value. */
    void replaceLastValue(int value, int valueLength) {
        int at = (count - 1) * STRIDE;
        spans[at + VALUE] = value - base;
        spans[at + VALUE_LENGTH] = valueLength;
    }

    void remove(Field field) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (spans[i * STRIDE + FIELD] != field.ordinal()) {
                System.arraycopy(spans, i * STRIDE, spans, kept * STRIDE, STRIDE);
                kept++;
            }
        }
        count = kept;
        seen &= ~field.bit();
    }

    /** The octets that the offsets of this table speak of. */
    public byte[] buffer() {
        return buffer;
    }

    /** The number of field lines. */
    public int size() {
        return count;
    }

    /** Costs one mask. */
    @Override
    public boolean has(Field field) {
        return (seen & field.bit()) != 0;
    }

    /** Whether any of a set of {@link Field#bit()}s occurs. */
    public boolean hasAny(long fields) {
        return (seen & fields) != 0;
    }

    public int nameOffset(int line) {
        return base + spans[line * STRIDE + NAME];
    }

    public int nameLength(int line) {
        return spans[line * STRIDE + NAME_LENGTH];
    }

    public int valueOffset(int line) {
        return base + spans[line * STRIDE + VALUE];
    }

    public int valueLength(int line) {
        return spans[line * STRIDE + VALUE_LENGTH];
    }

    /** The known field of a line, or null. */
    public @Nullable Field field(int line) {
        int ordinal = spans[line * STRIDE + FIELD];
        return ordinal == UNKNOWN ? null : FIELDS[ordinal];
    }

    public String name(int line) {
        return Octets.text(buffer, nameOffset(line), nameLength(line));
    }

    public String value(int line) {
        return Octets.text(buffer, valueOffset(line), valueLength(line));
    }

    /** Whether a line's value is these octets; makes no text of it. */
    public boolean isValue(int line, byte[] octets) {
        int from = valueOffset(line);
        return valueLength(line) == octets.length
                && Arrays.equals(buffer, from, from + octets.length, octets, 0, octets.length);
    }

    /** The first line of the field at or after {@code line}, or -1. */
    public int find(Field field, int line) {
        if (!has(field)) {
            return -1;
        }
        for (int i = line; i < count; i++) {
            if (spans[i * STRIDE + FIELD] == field.ordinal()) {
                return i;
            }
        }
        return -1;
    }

    /** The first line of that name in any case at or after {@code line}, or -1. */
    public int find(String name, int line) {
        Field known = Field.of(name);
        if (known != null) {
            return find(known, line);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = line; i < count; i++) {
            if (spans[i * STRIDE + FIELD] == UNKNOWN
                    && Octets.equalsIgnoreCase(buffer, nameOffset(i), nameLength(i), lower)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable String value(Field field) {
        int first = find(field, 0);
        return first < 0 ? null : join(first, i -> find(field, i));
    }

    /** As {@link #value(Field)} for any name. */
    public @Nullable String value(String name) {
        int first = find(name, 0);
        return first < 0 ? null : join(first, i -> find(name, i));
    }

    private interface Search {
        int from(int line);
    }

    private String join(int first, Search search) {
        int next = search.from(first + 1);
        if (next < 0) {
            return value(first);
        }
        StringBuilder joined = new StringBuilder(value(first));
        for (; next >= 0; next = search.from(next + 1)) {
            joined.append(", ").append(value(next));
        }
        return joined.toString();
    }
}
