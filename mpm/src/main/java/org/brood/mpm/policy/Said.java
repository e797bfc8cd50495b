package org.brood.mpm.policy;

import java.util.EnumMap;
import java.util.Map;
import org.brood.conf.SettingsKey;

/**
 * What the configuration says about the MPM, unchecked: checks need all values together, and their order matters.
 *
 * @param numbers what was said; what is missing has the MPM's default
 * @param workerFactor AsyncRequestWorkerFactor
 */
record Said(Map<Knob, Long> numbers, double workerFactor) {
    static final SettingsKey<Said> KEY = SettingsKey.server("mpm", new Said(Map.of(), 2), (outer, inner) -> inner);

    Said {
        numbers = Map.copyOf(numbers);
    }

    Said with(Knob knob, long value) {
        Map<Knob, Long> copy = new EnumMap<>(Knob.class);
        copy.putAll(numbers);
        copy.put(knob, value);
        return new Said(copy, workerFactor);
    }

    Said withWorkerFactor(double factor) {
        return new Said(numbers, factor);
    }

    int number(Knob knob, int standard) {
        return Math.clamp(numbers.getOrDefault(knob, (long) standard), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    long wide(Knob knob) {
        return numbers.getOrDefault(knob, 0L);
    }
}
