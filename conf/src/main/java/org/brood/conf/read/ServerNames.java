package org.brood.conf.read;

import java.util.List;
import org.brood.conf.SettingsKey;
import org.brood.conf.section.Sections;

/**
 * What ServerName and ServerAlias say; a virtual host inherits none of it.
 *
 * @param name empty when there is no ServerName
 * @param port 0 when ServerName tells none
 * @param scheme empty when ServerName tells none
 */
public record ServerNames(String name, int port, String scheme, List<String> aliases, List<String> wildAliases) {
    static final ServerNames NONE = new ServerNames("", 0, "", List.of(), List.of());

    static final SettingsKey<ServerNames> KEY = SettingsKey.server("core:names", NONE, (outer, inner) -> inner);

    ServerNames named(String newName, int newPort, String newScheme) {
        return new ServerNames(newName, newPort, newScheme, aliases, wildAliases);
    }

    ServerNames withAlias(String alias) {
        return new ServerNames(name, port, scheme, Sections.with(aliases, alias), wildAliases);
    }

    ServerNames withWildAlias(String alias) {
        return new ServerNames(name, port, scheme, aliases, Sections.with(wildAliases, alias));
    }
}
