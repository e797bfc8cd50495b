package org.brood.launcher.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.brood.conf.Declaration;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.ModuleSpec;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;
import org.brood.conf.tree.LoadedModule;

/** {@code -l}, {@code -M} and {@code -L}, in httpd's layouts. */
public final class ModuleLists {
    private ModuleLists() {}

    /** @param present with one MPM among them */
    public static String compiledIn(List<ModuleSpec> present) {
        Set<String> files = new LinkedHashSet<>();
        present.forEach(module -> files.add(module.file()));
        StringBuilder text = new StringBuilder("Compiled in modules:\n");
        files.forEach(file -> text.append("  ").append(file).append('\n'));
        return text.toString();
    }

    /** @param loaded the LoadModule lines: a module from a jar is shared, all others are static */
    public static String loaded(List<ModuleSpec> present, List<LoadedModule> loaded) {
        Set<String> shared = new LinkedHashSet<>();
        loaded.stream().filter(module -> !module.jar().isEmpty()).forEach(module -> shared.add(module.identifier()));
        Set<String> statics = new LinkedHashSet<>();
        present.stream()
                .map(ModuleSpec::identifier)
                .filter(identifier -> !shared.contains(identifier))
                .forEach(statics::add);
        StringBuilder text = new StringBuilder("Loaded Modules:\n");
        statics.forEach(identifier -> text.append(' ').append(identifier).append(" (static)\n"));
        shared.forEach(identifier -> text.append(' ').append(identifier).append(" (shared)\n"));
        return text.toString();
    }

    public static String directives(List<ModuleSpec> present) {
        StringBuilder text = new StringBuilder();
        for (ModuleSpec module : present) {
            for (DirectiveSpec spec : module.directives()) {
                append(text, new Declaration(module, spec));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Declaration declaration) {
        DirectiveSpec spec = declaration.spec();
        text.append(spec.name())
                .append(" (")
                .append(declaration.module().file())
                .append(")\n");
        text.append('\t').append(spec.help()).append("\n\tAllowed in *.conf ").append(where(spec.places()));
        if (!spec.overrides().isEmpty()) {
            text.append(" and in .htaccess\n\t").append(when(spec.overrides()));
        }
        text.append('\n');
    }

    private static String where(Set<Place> places) {
        boolean server = places.contains(Place.SERVER);
        boolean host = places.contains(Place.VIRTUAL_HOST);
        boolean directory = places.contains(Place.DIRECTORY);
        if (directory && server) {
            return "anywhere";
        }
        if (directory) {
            return "only inside <Directory>, <Files> or <Location>";
        }
        return host
                ? "only outside <Directory>, <Files> or <Location>"
                : "only outside <Directory>, <Files>, " + "<Location>, or <VirtualHost>";
    }

    private static String when(Set<OverrideClass> overrides) {
        if (overrides.size() == OverrideClass.values().length) {
            return "when AllowOverride isn't None";
        }
        List<String> words = new ArrayList<>();
        for (OverrideClass override : OverrideClass.values()) {
            if (overrides.contains(override)) {
                words.add(override.word());
            }
        }
        return "when AllowOverride includes " + String.join(" or ", words);
    }
}
