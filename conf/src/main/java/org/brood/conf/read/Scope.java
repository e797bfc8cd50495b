package org.brood.conf.read;

import org.brood.conf.MethodLimit;
import org.brood.conf.Place;
import org.brood.conf.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Where directives are being applied: what they change and what stands around them.
 *
 * @param server settings of the server or virtual host
 * @param directory settings of the section, or those outside every section
 * @param container the innermost container, with its opening bracket; null outside
 * @param outer the scope around that container
 * @param section the innermost section's name in lower case and its argument; null outside every section
 */
record Scope(
        Settings.Builder server,
        Settings.Builder directory,
        Place place,
        MethodLimit methods,
        @Nullable String container,
        @Nullable Scope outer,
        @Nullable SectionName section) {

    record SectionName(String name, String path) {}

    static Scope outermost(Place place, Settings.Builder server, Settings.Builder directory) {
        return new Scope(server, directory, place, MethodLimit.ALL, null, null, null);
    }

    Scope inside(String name) {
        return new Scope(server, directory, place, methods, name, this, section);
    }

    Scope limitedTo(MethodLimit limit) {
        return new Scope(server, directory, place, limit, container, outer, section);
    }

    Scope inSection(Settings.Builder settings, Place newPlace, SectionName name) {
        return new Scope(server, settings, newPlace, methods, container, outer, name);
    }

    Scope inVirtualHost(Settings.Builder hostServer, Settings.Builder hostDirectory) {
        return new Scope(hostServer, hostDirectory, Place.VIRTUAL_HOST, methods, container, outer, null);
    }
}
