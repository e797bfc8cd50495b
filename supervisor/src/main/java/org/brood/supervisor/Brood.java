package org.brood.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.brood.supervisor.child.Child;
import org.brood.supervisor.child.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The parent's book of its children, by slot. There are more slots than ServerLimit: as many again for children of former
 * generations that still finish a request, so that a long drain never keeps the new brood out (hazard H3).
 */
final class Brood {
    private final @Nullable Child[] slots;

    Brood(int slots) {
        this.slots = new Child[slots];
    }

    /** The lowest slot without a process. */
    Optional<Integer> freeSlot() {
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] == null) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    void add(Child child) {
        slots[child.slot()] = child;
    }

    void remove(Child child) {
        slots[child.slot()] = null;
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    List<Child> all() {
        return those(child -> true);
    }

    List<Child> those(Predicate<Child> filter) {
        List<Child> list = new ArrayList<>();
        for (@Nullable Child child : slots) {
            if (child != null && filter.test(child)) {
                list.add(child);
            }
        }
        return list;
    }

    /** Children of the generation that take connections, or will. */
    List<Child> active(int generation) {
        return those(child -> child.generation() == generation && child.stage().isActive());
    }

    /** The child that has been finishing for longest, of the oldest generation: the first to go when slots run out. */
    Optional<Child> eldestFinishing() {
        return those(child -> child.stage() == Stage.FINISHING).stream()
                .min((a, b) -> a.generation() != b.generation()
                        ? Integer.compare(a.generation(), b.generation())
                        : Long.compare(a.startedNanos(), b.startedNanos()));
    }

    /** One more than the highest slot in use. */
    int used() {
        int used = slots.length;
        while (used > 0 && slots[used - 1] == null) {
            used--;
        }
        return used;
    }

    int capacity() {
        return slots.length;
    }
}
