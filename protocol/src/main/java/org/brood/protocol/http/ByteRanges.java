package org.brood.protocol.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The Range field (RFC 9110 section 14.2) over a representation of known length, as httpd's byterange filter takes it: each range that
 * touches or overlaps the one before is merged with it, and both that (an overlap) and growing it to the left (a reversal) are counted, because clients that
 * make many of them are up to no good. One bad range spec, a unit other than bytes, or ranges that ask for more octets than there are, make the field
 * void: the whole representation is sent. {@code 0-} stands for everything whatever was asked beside it.
 *
 * @param outcome what to do
 * @param ranges what to send, in the order asked for; empty unless partial
 * @param overlaps ranges merged into another, for MaxRangeOverlaps
 * @param reversals ranges that began before the one they were merged into, for MaxRangeReversals
 */
public record ByteRanges(Outcome outcome, List<ByteRange> ranges, int overlaps, int reversals) {
    /** What a Range field leads to. */
    public enum Outcome {
        /** 200 with everything. */
        WHOLE,
        /** 206 with the ranges. */
        PARTIAL,
        /** 416. */
        UNSATISFIABLE
    }

    /** Octets from {@code first} to {@code last}, both included. */
    public record ByteRange(long first, long last) {
        public long length() {
            return last - first + 1;
        }
    }

    private static final ByteRanges WHOLE = new ByteRanges(Outcome.WHOLE, List.of(), 0, 0);
    private static final String UNIT = "bytes=";

    /** Applies the field's value to a representation of {@code length} octets. */
    public static ByteRanges of(String value, long length) {
        if (!value.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return WHOLE;
        }
        Merge merge = new Merge(length);
        for (String spec : value.substring(UNIT.length()).split(",")) {
            if (!spec.isEmpty() && !merge.add(spec)) {
                return WHOLE;
            }
            if (merge.everything) {
                break;
            }
        }
        return merge.result();
    }

    /** Whether httpd's limits allow this many; a negative limit is unlimited. */
    public boolean within(int maxRanges, int maxOverlaps, int maxReversals) {
        return (maxRanges < 0 || ranges.size() <= maxRanges)
                && (maxOverlaps < 0 || overlaps <= maxOverlaps)
                && (maxReversals < 0 || reversals <= maxReversals);
    }

    private static final class Merge {
        private static final long NONE = -1;

        private final List<ByteRange> done = new ArrayList<>();
        private final long length;
        private long first = NONE;
        private long last;
        private int overlaps;
        private int reversals;
        private boolean unsatisfiable;
        private boolean everything;

        Merge(long length) {
            this.length = length;
        }

        /** Returns false when the spec is malformed. */
        boolean add(String spec) {
            int dash = spec.indexOf('-');
            if (dash < 0) {
                return false;
            }
            String left = spec.substring(0, dash);
            String right = spec.substring(dash + 1);
            return left.isEmpty() ? addSuffix(number(right)) : addRange(number(left), right);
        }

        private boolean addSuffix(long count) {
            if (count < 1) {
                return false;
            }
            take(Math.max(0, length - count), length - 1);
            return true;
        }

        private boolean addRange(long start, String right) {
            long end = right.isEmpty() ? length - 1 : number(right);
            boolean open = right.isEmpty();
            if (start < 0 || !open && (end < 0 || start > end)) {
                return false;
            }
            if (open && start == 0 && length > 0) {
                everything = true;
                done.clear();
                first = 0;
                last = end;
                return true;
            }
            take(start, end);
            return true;
        }

        private void take(long start, long wantedEnd) {
            if (start >= length) {
                unsatisfiable = true;
                return;
            }
            long end = Math.min(wantedEnd, length - 1);
            if (first == NONE) {
                first = start;
                last = end;
            } else if (!merged(start, end)) {
                done.add(new ByteRange(first, last));
                first = start;
                last = end;
            }
        }

        private boolean merged(long start, long end) {
            boolean merged = start >= first && end <= last;
            if (start < first && end >= first - 1) {
                first = start;
                reversals++;
                merged = true;
            }
            if (end >= last && start <= last + 1) {
                last = end;
                merged = true;
            }
            overlaps += merged ? 1 : 0;
            return merged;
        }

        ByteRanges result() {
            if (first == NONE) {
                return unsatisfiable ? new ByteRanges(Outcome.UNSATISFIABLE, List.of(), 0, 0) : WHOLE;
            }
            done.add(new ByteRange(first, last));
            long sum = done.stream().mapToLong(ByteRange::length).sum();
            return sum > length ? WHOLE : new ByteRanges(Outcome.PARTIAL, List.copyOf(done), overlaps, reversals);
        }

        private static long number(String digits) {
            if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return -1;
            }
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException tooLarge) {
                return -1;
            }
        }
    }
}
