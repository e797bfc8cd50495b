package org.brood.conf.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ContainerAction;
import org.brood.conf.ContainerUse;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;
import org.brood.conf.section.IfActions;
import org.brood.conf.section.SectionActions;

/** The containers of the core: sections, virtual hosts, method limits. */
final class SectionDirectives {
    private static final Set<Place> SERVER = EnumSet.of(Place.SERVER, Place.VIRTUAL_HOST);
    private static final Set<Place> EVERYWHERE = EnumSet.allOf(Place.class);
    private static final Set<Place> IN_DIRECTORIES = EnumSet.of(Place.DIRECTORY, Place.HTACCESS);
    private static final Set<OverrideClass> ANY_CLASS = EnumSet.allOf(OverrideClass.class);
    private static final Set<OverrideClass> LIMIT_CLASSES = EnumSet.of(OverrideClass.LIMIT, OverrideClass.AUTH_CONFIG);

    private SectionDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                server(
                        "<Directory>",
                        "directory",
                        "Container for directives affecting resources located in the " + "specified directories",
                        SectionActions::directory),
                server(
                        "<DirectoryMatch>",
                        "regex",
                        "Container for directives affecting resources located in the " + "specified directories",
                        SectionActions::directoryMatch),
                server(
                        "<Location>",
                        "URL-path",
                        "Container for directives affecting resources accessed through the " + "specified URL paths",
                        SectionActions::location),
                server(
                        "<LocationMatch>",
                        "regex",
                        "Container for directives affecting resources accessed through the " + "specified URL paths",
                        SectionActions::locationMatch),
                anywhere(
                        "<Files>",
                        "filename",
                        "Container for directives affecting files matching specified patterns",
                        SectionActions::files),
                anywhere(
                        "<FilesMatch>",
                        "regex",
                        "Container for directives affecting files matching specified " + "patterns",
                        SectionActions::filesMatch),
                anywhere(
                        "<If>",
                        "expression",
                        "Container for directives to be conditionally applied",
                        IfActions::ifSection),
                anywhere(
                        "<ElseIf>",
                        "expression",
                        "Container for directives to be conditionally applied",
                        IfActions::elseIf),
                anywhere(
                        "<Else>", "[]", "Container for directives to be conditionally applied", IfActions::elseSection),
                limit(
                        "<Limit>",
                        "Container for authentication directives when accessed using specified HTTP methods",
                        SectionActions::limit),
                limit(
                        "<LimitExcept>",
                        "Container for authentication directives to be applied when any HTTP method other than those specified is used to access the resource",
                        SectionActions::limitExcept),
                DirectiveSpec.container(
                        "<VirtualHost>",
                        EnumSet.of(Place.SERVER),
                        Set.of(),
                        "addr[:port] [addr[:port]] ...",
                        "Container to map directives to a particular virtual host, takes one or more host addresses",
                        SectionDirectives::virtualHost));
    }

    private static DirectiveSpec server(String name, String syntax, String help, ContainerAction action) {
        return DirectiveSpec.container(name, SERVER, Set.of(), syntax, help, action);
    }

    private static DirectiveSpec anywhere(String name, String syntax, String help, ContainerAction action) {
        return DirectiveSpec.container(name, EVERYWHERE, ANY_CLASS, syntax, help, action);
    }

    private static DirectiveSpec limit(String name, String help, ContainerAction action) {
        return DirectiveSpec.container(name, IN_DIRECTORIES, LIMIT_CLASSES, "method [method] ...", help, action);
    }

    private static void virtualHost(ContainerUse use) throws ConfigurationException {
        ((NodeUse) use).virtualHost(VirtualHostAddresses.of(use.arguments()));
    }
}
