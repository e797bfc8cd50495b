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

    /**
     * Everywhere, in {@code .htaccess} with one override class (httpd's OR_*). As in httpd, what belongs to AuthConfig or
     * Limit cannot stand outside every container; a directive that still may (httpd's {@code RSRC_CONF | OR_AUTHCFG}) uses
     * the constructor.
     */
    public static DirectiveSpec anywhere(
            OverrideClass override,
            String name,
            Arguments arguments,
            String syntax,
            String standard,
            String help,
            DirectiveAction action) {
        boolean needsContainer = override == OverrideClass.AUTH_CONFIG || override == OverrideClass.LIMIT;
        Set<Place> places = needsContainer ? EnumSet.of(Place.DIRECTORY, Place.HTACCESS) : EnumSet.allOf(Place.class);
        return new DirectiveSpec(name, places, EnumSet.of(override), arguments, syntax, standard, help, action);
    }

    /** Everywhere, in {@code .htaccess} with any override class (httpd's OR_ALL). */
    public static DirectiveSpec everywhere(
            String name, Arguments arguments, String syntax, String standard, String help, DirectiveAction action) {
        Set<OverrideClass> any = EnumSet.allOf(OverrideClass.class);
        return new DirectiveSpec(name, EnumSet.allOf(Place.class), any, arguments, syntax, standard, help, action);
    }

    /**
     * A container that belongs to a module, as {@code <RequireAny>} does. Its {@link DirectiveUse#arguments()} are the
     * words before the closing bracket.
     *
     * @param name with both brackets, {@code <RequireAny>}
     * @param syntax the manual's arguments; when empty, any argument is an error, else a missing one is, unless it begins
     *     with a bracket
     */
    public static DirectiveSpec container(
            String name,
            Set<Place> places,
            Set<OverrideClass> overrides,
            String syntax,
            String help,
            ContainerAction action) {
        Arguments arguments =
                syntax.isEmpty() ? Arguments.NONE : syntax.startsWith("[") ? Arguments.ANY : Arguments.EACH;
        DirectiveAction ofContainer = use -> action.apply((ContainerUse) use);
        return new DirectiveSpec(name, places, overrides, arguments, syntax, "", help, ofContainer);
    }

    /** Whether it is accepted and does nothing. */
    public boolean isIdle() {
        return action instanceof IdleAction;
    }

    public boolean isContainer() {
        return name.charAt(0) == '<';
    }

    /** The name as httpd's messages say it: {@code <Directory} for a container, without the closing bracket. */
    public String openName() {
        return isContainer() && name.endsWith(">") ? name.substring(0, name.length() - 1) : name;
    }
}
