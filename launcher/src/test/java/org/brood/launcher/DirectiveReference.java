package org.brood.launcher;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.ModuleSpec;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;

/** docs/directives.md, made from what the modules declare. */
final class DirectiveReference {
    private static final String HEAD = """
            # Directives

            Made from the modules' own declarations by a test (`DirectiveReferenceTest` in `launcher`), which fails when this page is
            stale. The names are Apache httpd's, and what a directive means is in httpd's manual under its name; here is which of
            them are there, how they are written, what holds without them, and where they may stand.

            *Where*: **s** in the main server, **v** in `<VirtualHost>`, **d** in `<Directory>`, `<Files>`, `<Location>` and `<If>`,
            **h** in `.htaccess`, if `AllowOverride` has one of the classes behind it.
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    private DirectiveReference() {}

    static String of(BuiltIn builtIn) throws ConfigurationException {
        Map<String, List<DirectiveSpec>> modules = new LinkedHashMap<>();
        for (ModuleSpec module : builtIn.present()) {
            if (!isMpm(module)) {
                modules.computeIfAbsent(module.file(), file -> new ArrayList<>())
                        .addAll(module.directives());
            }
        }
        modules.values().removeIf(List::isEmpty);
        List<ModuleSpec> mpms = builtIn.specs(Optional.empty()).stream()
                .filter(DirectiveReference::isMpm)
                .toList();
        DirectiveReference reference = new DirectiveReference();
        reference.idle(modules, mpms);
        reference.mpms(mpms);
        modules.forEach(reference::module);
        return reference.text.toString();
    }

    private static boolean isMpm(ModuleSpec module) {
        return module.identifier().startsWith("mpm_");
    }

    private void idle(Map<String, List<DirectiveSpec>> modules, List<ModuleSpec> mpms) {
        Set<String> names = new TreeSet<>();
        modules.values().forEach(specs -> collectIdle(specs, names));
        mpms.forEach(mpm -> collectIdle(mpm.directives(), names));
        text.append("\n## Accepted, and nothing done\n\n");
        text.append("These are read and do nothing here: ");
        text.append(String.join(", ", names)).append(".\n");
    }

    private static void collectIdle(List<DirectiveSpec> specs, Set<String> names) {
        specs.stream().filter(DirectiveSpec::isIdle).forEach(spec -> names.add("`" + spec.name() + "`"));
    }

    private void mpms(List<ModuleSpec> mpms) {
        Map<String, DirectiveSpec> specs = new TreeMap<>();
        Map<String, List<String>> users = new TreeMap<>();
        Map<String, String> standards = new TreeMap<>();
        for (ModuleSpec mpm : mpms) {
            for (DirectiveSpec spec : mpm.directives()) {
                specs.putIfAbsent(spec.name(), spec);
                standards.merge(
                        spec.name(),
                        spec.standard(),
                        (before, other) -> before.contains(other)
                                ? before
                                : before + ", " + mpm.file().replace(".c", "") + ": " + other);
                users.computeIfAbsent(spec.name(), name -> new ArrayList<>())
                        .add(mpm.file().replace(".c", ""));
            }
        }
        text.append("\n## The MPMs\n\n| directive | default | where | known to |\n|---|---|---|---|\n");
        specs.forEach((name, spec) -> row(
                spec,
                standards.get(name),
                users.get(name).size() == mpms.size() ? "all" : String.join(", ", users.get(name))));
    }

    private void module(String file, List<DirectiveSpec> specs) {
        text.append("\n## ").append(file.replace(".c", "")).append("\n\n");
        text.append("| directive | default | where |\n|---|---|---|\n");
        Map<String, DirectiveSpec> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        specs.forEach(spec -> sorted.putIfAbsent(spec.name(), spec));
        sorted.values().forEach(spec -> row(spec, spec.standard(), ""));
    }

    private void row(DirectiveSpec spec, String standard, String users) {
        text.append("| ").append(code(use(spec)));
        text.append(spec.isIdle() ? " (does nothing)" : "");
        text.append(" | ").append(standard.isEmpty() ? "" : code(standard));
        text.append(" | ").append(where(spec));
        text.append(users.isEmpty() ? " |\n" : " | " + users + " |\n");
    }

    private static String use(DirectiveSpec spec) {
        if (spec.isContainer()) {
            String arguments = spec.syntax().equals("[]") ? "" : spec.syntax();
            return (spec.openName() + " " + arguments).strip() + ">";
        }
        return spec.syntax().isEmpty() ? spec.name() : spec.name() + " " + spec.syntax();
    }

    private static String code(String words) {
        return "`" + words.replace("|", "\\|") + "`";
    }

    private static String where(DirectiveSpec spec) {
        Map<Place, String> letters = new EnumMap<>(
                Map.of(Place.SERVER, "s", Place.VIRTUAL_HOST, "v", Place.DIRECTORY, "d", Place.HTACCESS, "h"));
        StringBuilder places = new StringBuilder();
        letters.forEach((place, letter) -> places.append(spec.places().contains(place) ? letter : ""));
        if (spec.overrides().isEmpty()) {
            return places.toString().replace("h", "");
        }
        return places + (spec.overrides().size() == OverrideClass.values().length ? " any" : " " + overrides(spec));
    }

    private static String overrides(DirectiveSpec spec) {
        List<String> words = new ArrayList<>();
        for (OverrideClass override : OverrideClass.values()) {
            if (spec.overrides().contains(override)) {
                words.add(override.word());
            }
        }
        return String.join(" or ", words);
    }
}
