package org.brood.protocol.http;

import org.jspecify.annotations.Nullable;

/**
 * A perfect hash over field names. The hash mixes the length with three octets of the name, case folded; the constructor tries multipliers in a fixed
 * order until no two names share a slot, so adding a name needs no tuning.
 *
 * <p>A name is compared a long at a time: octets that are letters in the known name are folded by setting bit 5, all others must match exactly
 * (folding them too would let CR pass for {@code -}), octets behind the name are masked out. A match therefore proves that the
 * octets are a token.
 */
final class FieldLookup {
    private static final int MOST_TRIES = 100_000;
    private static final int SLOTS = 512;
    private static final int SHIFT = Integer.SIZE - 9;

    private final int multiplier;
    private final @Nullable Entry[] slots;

    private record Entry(Field field, String lower, long[] words, long[] folds, long[] masks) {
        static Entry of(Field field) {
            String lower = field.lower();
            int count = (lower.length() + 7) / 8;
            long[] words = new long[count];
            long[] folds = new long[count];
            long[] masks = new long[count];
            for (int i = 0; i < lower.length(); i++) {
                int shift = (i & 7) * 8;
                char c = lower.charAt(i);
                words[i >> 3] |= (long) c << shift;
                folds[i >> 3] |= (c >= 'a' && c <= 'z' ? 0x20L : 0L) << shift;
                masks[i >> 3] |= 0xffL << shift;
            }
            return new Entry(field, lower, words, folds, masks);
        }
    }

    FieldLookup(Field[] fields) {
        int candidate = 0x9E3779B1;
        @Nullable Entry[] table = fill(fields, candidate);
        for (int tries = 1; table == null; tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("no perfect hash: a name occurs twice, or the table is too small");
            }
            candidate += 0x3C6EF372;
            table = fill(fields, candidate);
        }
        multiplier = candidate;
        slots = table;
    }

    private static @Nullable Entry @Nullable [] fill(Field[] fields, int multiplier) {
        @Nullable Entry[] table = new @Nullable Entry[SLOTS];
        for (Field field : fields) {
            byte[] name = Octets.bytes(field.lower());
            int slot = slot(name, 0, name.length, multiplier);
            if (table[slot] != null) {
                return null;
            }
            table[slot] = Entry.of(field);
        }
        return table;
    }

    private static int slot(byte[] buffer, int offset, int length, int multiplier) {
        int first = buffer[offset] | 0x20;
        int last = buffer[offset + length - 1] | 0x20;
        int middle = buffer[offset + (length >> 1)] | 0x20;
        int inner = buffer[offset + length - 1 - (length >> 2)] | 0x20;
        int mixed = first ^ last << 6 ^ middle << 12 ^ inner << 18 ^ length << 24;
        return mixed * multiplier >>> SHIFT;
    }

    @Nullable
    Field find(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return null;
        }
        Entry entry = slots[slot(buffer, offset, length, multiplier)];
        if (entry == null || entry.lower.length() != length) {
            return null;
        }
        boolean same = offset + entry.words.length * 8 <= buffer.length
                ? sameWords(entry, buffer, offset)
                : Octets.equalsIgnoreCase(buffer, offset, length, entry.lower);
        return same ? entry.field : null;
    }

    private static boolean sameWords(Entry entry, byte[] buffer, int offset) {
        long difference = 0;
        for (int i = 0; i < entry.words.length; i++) {
            long word = (Octets.word(buffer, offset + i * 8) | entry.folds[i]) & entry.masks[i];
            difference |= word ^ entry.words[i];
        }
        return difference == 0;
    }
}
