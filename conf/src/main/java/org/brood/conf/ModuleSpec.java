package org.brood.conf;

import java.util.List;

/**
 * What a module tells the configuration about itself.
 *
 * @param file its name in httpd's lists, {@code mod_alias.c}
 * @param identifier its name for LoadModule, {@code alias_module}
 * @param present whether it is there without LoadModule
 * @param directives all that it declares, containers too
 */
public record ModuleSpec(String file, String identifier, boolean present, List<DirectiveSpec> directives) {

    public ModuleSpec {
        directives = List.copyOf(directives);
    }

    /** Whether {@code <IfModule>} means this module by that word. */
    public boolean isCalled(String word) {
        return file.equals(word) || identifier.equals(word);
    }
}
