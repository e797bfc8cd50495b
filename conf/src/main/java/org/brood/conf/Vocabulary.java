package org.brood.conf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The modules a configuration may use and the directives it may use now. Starts with the modules that are present of
 * themselves and grows by LoadModule, as httpd's does; belongs to the reading thread until the reading is over, then it
 * no longer changes.
 *
 * <p>Several modules may declare the same directive; each is applied, in the order of the modules.
 */
public final class Vocabulary {
    private final List<ModuleSpec> available;
    private final List<ModuleSpec> present = new ArrayList<>();
    private final Map<String, List<Declaration>> declarations = new HashMap<>(1024);

    public Vocabulary(List<ModuleSpec> available) {
        this.available = List.copyOf(available);
        for (ModuleSpec module : available) {
            if (module.present()) {
                add(module);
            }
        }
    }

    /** Makes a module's directives known; nothing happens when they are. */
    public void add(ModuleSpec module) {
        for (ModuleSpec known : present) {
            if (known.file().equals(module.file()) && known.directives().equals(module.directives())) {
                return;
            }
        }
        present.add(module);
        for (DirectiveSpec spec : module.directives()) {
            String key = key(spec.name());
            List<Declaration> before = declarations.getOrDefault(key, List.of());
            List<Declaration> all = new ArrayList<>(before);
            all.add(new Declaration(module, spec));
            declarations.put(key, all);
            declarations.put(spec.openName(), all); // most configurations write names as the manual does
        }
    }

    /** A module that LoadModule may name by {@code identifier}. */
    public Optional<ModuleSpec> available(String identifier) {
        return available.stream()
                .filter(module -> module.identifier().equals(identifier))
                .findFirst();
    }

    /** The modules present, in the order they came. */
    public List<ModuleSpec> present() {
        return List.copyOf(present);
    }

    /** The test of {@code <IfModule>}. */
    public boolean isPresent(String word) {
        for (ModuleSpec module : present) {
            if (module.isCalled(word)) {
                return true;
            }
        }
        return false;
    }

    /** @param name of a directive in any case, with {@code <} for a container; empty when no present module declares it */
    public List<Declaration> declarations(String name) {
        List<Declaration> exact = declarations.get(name);
        return exact != null ? exact : declarations.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("<") && lower.endsWith(">") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
