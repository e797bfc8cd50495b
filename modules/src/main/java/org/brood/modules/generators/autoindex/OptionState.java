package org.brood.modules.generators.autoindex;

import java.util.EnumSet;
import java.util.Set;

/**
 * The options of a place: those said plainly, and those added and removed by plus and minus. A place that says some plainly
 * inherits none.
 *
 * @param said whether any was said plainly, None too
 */
record OptionState(boolean said, Set<IndexOption> plain, Set<IndexOption> added, Set<IndexOption> removed) {
    static final OptionState UNSET = new OptionState(false, Set.of(), Set.of(), Set.of());
    static final OptionState NONE = new OptionState(true, Set.of(), Set.of(), Set.of());

    OptionState withPlain(IndexOption option) {
        return new OptionState(true, with(plain, option), Set.of(), Set.of());
    }

    OptionState withAdded(IndexOption option) {
        return new OptionState(said, plain, with(added, option), without(removed, option));
    }

    OptionState withRemoved(IndexOption option) {
        return new OptionState(said, plain, without(added, option), with(removed, option));
    }

    Set<IndexOption> inForce() {
        Set<IndexOption> all = EnumSet.noneOf(IndexOption.class);
        all.addAll(plain);
        all.addAll(added);
        all.removeAll(removed);
        return all;
    }

    static OptionState overlay(OptionState outer, OptionState inner) {
        if (inner.said) {
            return inner.plain.isEmpty() ? NONE : new OptionState(true, inner.inForce(), Set.of(), Set.of());
        }
        Set<IndexOption> added = EnumSet.noneOf(IndexOption.class);
        added.addAll(outer.added);
        added.addAll(inner.added);
        added.removeAll(inner.removed);
        Set<IndexOption> removed = EnumSet.noneOf(IndexOption.class);
        removed.addAll(outer.removed);
        removed.addAll(inner.removed);
        Set<IndexOption> plain = EnumSet.noneOf(IndexOption.class);
        plain.addAll(outer.plain);
        plain.addAll(added);
        plain.removeAll(removed);
        return new OptionState(outer.said, plain, added, removed);
    }

    private static Set<IndexOption> with(Set<IndexOption> set, IndexOption option) {
        Set<IndexOption> more = EnumSet.of(option);
        more.addAll(set);
        return more;
    }

    private static Set<IndexOption> without(Set<IndexOption> set, IndexOption option) {
        Set<IndexOption> fewer = EnumSet.noneOf(IndexOption.class);
        fewer.addAll(set);
        fewer.remove(option);
        return fewer;
    }
}
