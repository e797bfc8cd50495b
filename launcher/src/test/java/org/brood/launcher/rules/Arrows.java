package org.brood.launcher.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may use whom. A part is one Maven module, except in mpm, where each package is one: what an MPM is made of is nobody
 * else's business. A part that is not listed may use nothing.
 */
final class Arrows {
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("posix", Set.of()),
            Map.entry("protocol", Set.of()),
            Map.entry("conf", Set.of()),
            Map.entry("scoreboard", Set.of("posix")),
            Map.entry("api", Set.of("protocol", "conf")),
            Map.entry("mpm.spi", Set.of("posix", "scoreboard", "conf")),
            Map.entry("mpm.policy", Set.of("mpm.spi", "conf")),
            Map.entry("mpm.child", Set.of("mpm.spi", "posix", "scoreboard")),
            Map.entry("mpm.listener", Set.of("mpm.spi", "mpm.child", "posix", "scoreboard")),
            Map.entry("mpm.prefork", Set.of("mpm.spi", "mpm.child", "mpm.policy", "posix", "scoreboard", "conf")),
            Map.entry("mpm.worker", Set.of("mpm.spi", "mpm.child", "mpm.policy", "posix", "scoreboard", "conf")),
            Map.entry("mpm.event", madeOfListeners()),
            Map.entry("mpm.virtual", madeOfListeners()),
            Map.entry("supervisor", Set.of("mpm.spi", "scoreboard", "posix", "conf")),
            Map.entry("server", Set.of("api", "protocol", "mpm.spi", "scoreboard", "posix", "conf")),
            Map.entry("modules", Set.of("api", "protocol", "conf", "scoreboard")));

    private Arrows() {}

    private static Set<String> madeOfListeners() {
        return Set.of("mpm.spi", "mpm.child", "mpm.listener", "mpm.policy", "posix", "scoreboard", "conf");
    }

    static List<String> parts() {
        return MAY_USE.keySet().stream().sorted().toList();
    }

    /** {@code posix}, {@code mpm.event}, {@code launcher} and so on. */
    static String part(JavaClass type) {
        String[] words = type.getPackageName().split("\\.");
        return words[2].equals("mpm") ? words[2] + "." + words[3] : words[2];
    }

    /** The dependencies between packages that no arrow allows; launcher may use everything. */
    static Set<String> againstThem(JavaClasses product) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : product) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("org.brood."))
                    .filter(target -> !allowed(part(type), part(target)))
                    .forEach(target -> found.add(type.getPackageName() + " -> " + part(target)));
        }
        return found;
    }

    private static boolean allowed(String from, String to) {
        return from.equals("launcher")
                || from.equals(to)
                || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }
}
