package org.brood.launcher.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Packages that use each other, directly or on a way round. */
final class PackageCycles {
    private final Map<String, Set<String>> uses = new TreeMap<>();

    private PackageCycles(JavaClasses product) {
        for (JavaClass type : product) {
            Set<String> targets = uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            dependency.getTargetClass().getBaseComponentType().getPackageName())
                    .filter(name -> name.startsWith("org.brood.") && !name.equals(type.getPackageName()))
                    .forEach(targets::add);
        }
    }

    /** Each set of packages of which every one reaches every other. */
    static Set<Set<String>> of(JavaClasses product) {
        return new PackageCycles(product).knots();
    }

    private Set<Set<String>> knots() {
        Map<String, Set<String>> reached = new HashMap<>();
        uses.keySet().forEach(name -> reached.put(name, reachedFrom(name)));
        Set<Set<String>> knots = new java.util.HashSet<>();
        for (String name : uses.keySet()) {
            Set<String> knot = new TreeSet<>();
            for (String other : reached.get(name)) {
                if (reached.getOrDefault(other, Set.of()).contains(name)) {
                    knot.add(other);
                }
            }
            if (!knot.isEmpty()) {
                knots.add(knot);
            }
        }
        return knots;
    }

    private Set<String> reachedFrom(String start) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(uses.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (seen.add(name)) {
                open.addAll(uses.getOrDefault(name, Set.of()));
            }
        }
        return seen;
    }
}
