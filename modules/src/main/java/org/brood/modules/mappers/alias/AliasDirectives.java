package org.brood.modules.mappers.alias;

import java.util.List;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.modules.text.Expressions;
import org.brood.modules.text.Regex;
import org.jspecify.annotations.Nullable;

/** Alias and its relatives. */
final class AliasDirectives {
    private static final String HELP = "a fakename and a realname, or a realname in a Location";
    private static final String CGI = "cgi-script";

    private AliasDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                alias("Alias", null),
                alias("ScriptAlias", CGI),
                match("AliasMatch", null),
                match("ScriptAliasMatch", CGI),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "AliasPreservePath",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "Set to ON to map the full path after the fakename to the realname.",
                        use -> use.update(AliasSettings.DIRECTORY, place -> place.withPreservePath(use.flag()))));
    }

    private static DirectiveSpec alias(String name, @Nullable String handler) {
        return DirectiveSpec.serverOrSection(
                name,
                Arguments.ONE_OR_TWO,
                "[URL-path] file-path|directory-path",
                "",
                HELP,
                use -> apply(use, handler));
    }

    private static DirectiveSpec match(String name, @Nullable String handler) {
        return DirectiveSpec.server(
                name,
                Arguments.TWO,
                "regex file-path|directory-path",
                "",
                "a regular expression and a filename",
                use -> {
                    Mapping mapping =
                            new Mapping(use.argument(0), Regex.compile(use.argument(0)), use.argument(1), handler, 0);
                    use.update(AliasSettings.SERVER, lists -> lists.withAlias(mapping));
                });
    }

    private static void apply(DirectiveUse use, @Nullable String handler) throws ConfigurationException {
        String around = use.enclosingPath();
        if (use.arguments().size() == 1) {
            if (around == null) {
                throw new ConfigurationException(null, "Alias must have two arguments when used globally");
            }
            String mistake = "Cannot parse alias expression '" + use.argument(0) + "': ";
            OwnTarget own = new OwnTarget(around, Expressions.text(use, use.argument(0), mistake), handler, 0);
            use.update(AliasSettings.DIRECTORY, place -> place.withOwnAlias(own));
            return;
        }
        if (around != null) {
            throw new ConfigurationException(
                    null, use.name() + " cannot occur within <" + containerWord(use) + "> section");
        }
        Mapping mapping = new Mapping(use.argument(0), null, use.argument(1), handler, 0);
        warnOfOverlap(use, mapping);
        use.update(AliasSettings.SERVER, lists -> lists.withAlias(mapping));
    }

    private static String containerWord(DirectiveUse use) {
        String word = use.enclosingName();
        return switch (word == null ? "" : word) {
            case "location" -> "Location";
            case "locationmatch" -> "LocationMatch";
            case "directory" -> "Directory";
            case "directorymatch" -> "DirectoryMatch";
            case "files" -> "Files";
            case "filesmatch" -> "FilesMatch";
            default -> "Directory/Location/Files";
        };
    }

    private static void warnOfOverlap(DirectiveUse use, Mapping mapping) {
        for (Mapping earlier : use.settings(AliasSettings.SERVER).aliases()) {
            if (earlier.match(mapping.fake()) != null) {
                use.warn(
                        "AH00671",
                        "The " + use.name() + " directive in " + use.source().file() + " at line "
                                + use.source().line()
                                + " will probably never match because it overlaps an earlier "
                                + (earlier.handler() == null ? "" : "Script") + "Alias"
                                + (earlier.pattern() == null ? "" : "Match") + ".");
                return;
            }
        }
    }
}
