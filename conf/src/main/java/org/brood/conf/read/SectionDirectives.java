package org.brood.conf.read;

import java.util.ArrayList;
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
        List<DirectiveSpec> all = new ArrayList<>(outsideDirectories());
        all.addAll(filesAndConditions());
        all.addAll(limits());
        return all;
    }

    private static List<DirectiveSpec> outsideDirectories() {
        String directory = "Container for directives affecting resources located in the specified directories";
        String location = "Container for directives affecting resources accessed through the specified URL paths";
        return List.of(
                server("<Directory>", "directory", directory, SectionActions::directory),
                server("<DirectoryMatch>", "regex", directory, SectionActions::directoryMatch),
                server("<Location>", "URL-path", location, SectionActions::location),
                server("<LocationMatch>", "regex", location, SectionActions::locationMatch),
                DirectiveSpec.container(
                        "<VirtualHost>",
                        EnumSet.of(Place.SERVER),
                        Set.of(),
                        "addr[:port] [addr[:port]] ...",
                        "Container to map directives to a particular virtual host, takes one or more host addresses",
                        SectionDirectives::virtualHost));
    }

    private static List<DirectiveSpec> filesAndConditions() {
        String files = "Container for directives affecting files matching specified patterns";
        String condition = "Container for directives to be conditionally applied";
        return List.of(
                anywhere("<Files>", "filename", files, SectionActions::files),
                anywhere("<FilesMatch>", "regex", files, SectionActions::filesMatch),
                anywhere("<If>", "expression", condition, IfActions::ifSection),
                anywhere("<ElseIf>", "expression", condition, IfActions::elseIf),
                anywhere("<Else>", "[]", condition, IfActions::elseSection));
    }

    private static List<DirectiveSpec> limits() {
        return List.of(
                limit(
                        "<Limit>",
                        "Container for authentication directives when accessed using specified HTTP methods",
                        SectionActions::limit),
                limit(
                        "<LimitExcept>",
                        "Container for authentication directives to be applied when any HTTP method other than those"
                                + " specified is used to access the resource",
                        SectionActions::limitExcept));
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
