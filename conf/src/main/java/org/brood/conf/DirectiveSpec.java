package org.brood.conf;

import java.util.EnumSet;
import java.util.Set;

/**
 * A directive as data: what httpd's {@code command_rec} says and what its manual page says. The reader checks uses
 * against it, {@code -L} and the manual page are printed from it.
 *
 * @param name as written in the manual
 * @param places where it may stand
 * @param overrides the AllowOverride classes that let it into {@code .htaccess}; empty when none does
 * @param syntax the manual's syntax line without the name
 * @param standard the manual's default, empty when there is none
 * @param help one sentence; the text that httpd appends to "takes one argument," errors
 */
public record DirectiveSpec(
        String name,
        Set<Place> places,
        Set<OverrideClass> overrides,
        Arguments arguments,
        String syntax,
        String standard,
        String help,
        DirectiveAction action) {

    public DirectiveSpec {
        places = Set.copyOf(places);
        overrides = Set.copyOf(overrides);
    }

    /** Main server only (httpd's GLOBAL_ONLY). */
    public static DirectiveSpec global(
            String name, Arguments arguments, String syntax, String standard, String help, DirectiveAction action) {
        return new DirectiveSpec(name, EnumSet.of(Place.SERVER), Set.of(), arguments, syntax, standard, help, action);
    }

    /** Main server and virtual hosts (httpd's RSRC_CONF). */
    public static DirectiveSpec server(
            String name, Arguments arguments, String syntax, String standard, String help, DirectiveAction action) {
        Set<Place> places = EnumSet.of(Place.SERVER, Place.VIRTUAL_HOST);
        return new DirectiveSpec(name, places, Set.of(), arguments, syntax, standard, help, action);
    }

    /** Inside containers only (httpd's ACCESS_CONF). */
    public static DirectiveSpec section(
            String name, Arguments arguments, String syntax, String standard, String help, DirectiveAction action) {
        Set<Place> places = EnumSet.of(Place.DIRECTORY);
        return new DirectiveSpec(name, places, Set.of(), arguments, syntax, standard, help, action);
    }

    /** Everywhere in the server's files, not in {@code .htaccess} (httpd's RSRC_CONF | ACCESS_CONF). */
    public static DirectiveSpec serverOrSection(
            String name, Arguments arguments, String syntax, String standard, String help, DirectiveAction action) {
        Set<Place> places = EnumSet.of(Place.SERVER, Place.VIRTUAL_HOST, Place.DIRECTORY);
        return new DirectiveSpec(name, places, Set.of(), arguments, syntax, standard, help, action);
    }

    /** Everywhere, in {@code .htaccess} with one override class (httpd's OR_*). */
    public static DirectiveSpec anywhere(
            OverrideClass override,
            String name,
            Arguments arguments,
            String syntax,
            String standard,
            String help,
            DirectiveAction action) {
        return new DirectiveSpec(
                name, EnumSet.allOf(Place.class), EnumSet.of(override), arguments, syntax, standard, help, action);
    }
}
