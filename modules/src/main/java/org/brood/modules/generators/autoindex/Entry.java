package org.brood.modules.generators.autoindex;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a listing.
 *
 * @param name as it is shown and linked; a directory ends in a slash, the parent begins with one
 * @param size -1 for none
 * @param modifiedMicros -1 for none
 * @param folder whether it comes before files (FoldersFirst)
 */
record Entry(
        String name,
        @Nullable String icon,
        @Nullable String alternative,
        @Nullable String description,
        long size,
        long modifiedMicros,
        boolean folder) {

    boolean isParent() {
        return name.startsWith("/");
    }

    private String descriptionOrEmpty() {
        return description == null ? "" : description;
    }

    /** The parent first, then folders where they are wanted first, then by the column, then by name. */
    static Comparator<Entry> order(char key, char direction, Set<IndexOption> options) {
        Comparator<String> names = names(options);
        Comparator<String> natural =
                options.contains(IndexOption.VERSION_SORT) ? NaturalOrder.CASE_SENSITIVE : Comparator.naturalOrder();
        Comparator<Entry> byName = Comparator.comparing(Entry::name, names);
        Comparator<Entry> byColumn = switch (key) {
            case 'M' -> Comparator.comparingLong(Entry::modifiedMicros).thenComparing(byName);
            case 'S' -> Comparator.comparingLong(Entry::size).thenComparing(byName);
            case 'D' -> Comparator.comparing(Entry::descriptionOrEmpty, natural).thenComparing(byName);
            default -> byName;
        };
        Comparator<Entry> directed = direction == 'A' ? byColumn : byColumn.reversed();
        return Comparator.comparing(Entry::isParent)
                .thenComparing(Entry::folder)
                .reversed()
                .thenComparing(directed);
    }

    private static Comparator<String> names(Set<IndexOption> options) {
        boolean caseBlind = options.contains(IndexOption.IGNORE_CASE);
        Comparator<String> order = (_, _) -> 0;
        if (options.contains(IndexOption.VERSION_SORT)) {
            order = caseBlind
                    ? NaturalOrder.CASE_BLIND.thenComparing(NaturalOrder.CASE_SENSITIVE)
                    : NaturalOrder.CASE_SENSITIVE;
        }
        if (caseBlind) {
            order = order.thenComparing(String.CASE_INSENSITIVE_ORDER);
        }
        return order.thenComparing(Comparator.naturalOrder());
    }
}
