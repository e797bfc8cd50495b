package org.brood.modules.http.mime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;

/** The directives of mod_mime. */
final class MimeDirectives {

    private MimeDirectives() {}

    static List<DirectiveSpec> all() {
        List<DirectiveSpec> all = new ArrayList<>();
        all.add(add(Fact.CHARSET, "charset", "a charset (e.g., iso-2022-jp), followed by one or more file extensions"));
        all.add(add(Fact.ENCODING, "encoding", "an encoding (e.g., gzip), followed by one or more file extensions"));
        all.add(add(Fact.HANDLER, "handler-name", "a handler name followed by one or more file extensions"));
        all.add(add(
                Fact.INPUT_FILTER,
                "filter[;filter...]",
                "input filter name (or ; delimited names) followed by one or more file extensions"));
        all.add(add(Fact.LANGUAGE, "language-tag", "a language (e.g., fr), followed by one or more file extensions"));
        all.add(add(
                Fact.OUTPUT_FILTER,
                "filter[;filter...]",
                "output filter name (or ; delimited names) followed by one or more file extensions"));
        all.add(add(Fact.TYPE, "media-type", "a mime type followed by one or more file extensions"));
        for (Fact fact : Fact.values()) {
            all.add(remove(fact));
        }
        all.add(DirectiveSpec.anywhere(
                OverrideClass.FILE_INFO,
                "DefaultLanguage",
                Arguments.ONE,
                "language-tag",
                "",
                "language to use for documents with no other language file extension",
                use -> use.update(MimeSettings.KEY, mime -> mime.withDefaultLanguage(use.argument(0)))));
        all.add(DirectiveSpec.anywhere(
                OverrideClass.FILE_INFO,
                "MultiviewsMatch",
                Arguments.EACH,
                "Any|NegotiatedOnly|Filters|Handlers [Handlers|Filters]",
                "NegotiatedOnly",
                "NegotiatedOnly (default), Handlers and/or Filters, or Any",
                MimeDirectives::multiviewsMatch));
        all.add(DirectiveSpec.section(
                "ModMimeUsePathInfo",
                Arguments.FLAG,
                "On|Off",
                "Off",
                "Set to 'yes' to allow mod_mime to use path info for type checking",
                use -> use.update(MimeSettings.KEY, mime -> mime.withPathInfo(use.flag()))));
        all.add(DirectiveSpec.server(
                "TypesConfig",
                Arguments.ONE,
                "file-path",
                "conf/mime.types",
                "the MIME types config file",
                MimeDirectives::typesConfig));
        return all;
    }

    private static DirectiveSpec add(Fact fact, String value, String help) {
        return DirectiveSpec.anywhere(
                OverrideClass.FILE_INFO,
                "Add" + fact.word(),
                Arguments.FIRST_WITH_EACH,
                value + " extension [extension] ...",
                "",
                help,
                use -> use.update(
                        MimeSettings.KEY, mime -> mime.with(extension(use, 1), fact, lower(use.argument(0)))));
    }

    private static DirectiveSpec remove(Fact fact) {
        return DirectiveSpec.anywhere(
                OverrideClass.FILE_INFO,
                "Remove" + fact.word(),
                Arguments.EACH,
                "extension [extension] ...",
                "",
                "one or more file extensions",
                use -> use.update(
                        MimeSettings.KEY,
                        mime -> fact == Fact.TYPE
                                ? mime.with(extension(use, 0), fact, "")
                                : mime.without(extension(use, 0), fact)));
    }

    private static String extension(DirectiveUse use, int index) {
        String extension = lower(use.argument(index));
        return extension.startsWith(".") ? extension.substring(1) : extension;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void multiviewsMatch(DirectiveUse use) throws ConfigurationException {
        String word = lower(use.argument(0));
        MimeSettings.Match match = switch (word) {
            case "any" -> MimeSettings.Match.ANY;
            case "negotiatedonly" -> MimeSettings.Match.NEGOTIATED_ONLY;
            case "filters" -> MimeSettings.Match.FILTERS;
            case "handlers" -> MimeSettings.Match.HANDLERS;
            default -> throw new ConfigurationException(null, "Unrecognized option '" + use.argument(0) + "'");
        };
        Set<MimeSettings.Match> before = use.settings(MimeSettings.KEY).multiviews();
        String clash = switch (match) {
            case ANY ->
                others(before, Set.of(match)) ? "Any is incompatible with NegotiatedOnly, Filters and Handlers" : "";
            case NEGOTIATED_ONLY ->
                others(before, Set.of(match)) ? "NegotiatedOnly is incompatible with Any, Filters and Handlers" : "";
            case FILTERS ->
                others(before, Set.of(MimeSettings.Match.FILTERS, MimeSettings.Match.HANDLERS))
                        ? "Filters is incompatible with Any and NegotiatedOnly"
                        : "";
            case HANDLERS ->
                others(before, Set.of(MimeSettings.Match.FILTERS, MimeSettings.Match.HANDLERS))
                        ? "Handlers is incompatible with Any and NegotiatedOnly"
                        : "";
        };
        if (!clash.isEmpty()) {
            throw new ConfigurationException(null, clash);
        }
        use.update(MimeSettings.KEY, mime -> mime.withMultiviews(match));
    }

    private static boolean others(Set<MimeSettings.Match> before, Set<MimeSettings.Match> friends) {
        return !friends.containsAll(before);
    }

    private static void typesConfig(DirectiveUse use) throws ConfigurationException {
        var file = use.serverRelative(use.argument(0));
        try {
            MimeTypes types = MimeTypes.read(file);
            use.update(MimeTypes.KEY, before -> types);
        } catch (IOException e) {
            throw new ConfigurationException(null, "AH01597: could not open mime types config file " + file + ".");
        }
    }
}
