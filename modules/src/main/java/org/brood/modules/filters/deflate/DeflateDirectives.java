package org.brood.modules.filters.deflate;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.IdleAction;
import org.brood.modules.filters.deflate.DeflateSettings.TagChange;

/** The directives of mod_deflate. Memory level and window size are checked only: the JDK's zlib has 8 and 15 for good. */
final class DeflateDirectives {

    private DeflateDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.server(
                        "DeflateFilterNote",
                        Arguments.ONE_OR_TWO,
                        "[Input|Output|Ratio] notename",
                        "",
                        "Set a note to report on compression ratio",
                        DeflateDirectives::note),
                DirectiveSpec.server(
                        "DeflateWindowSize",
                        Arguments.ONE,
                        "value",
                        "15",
                        "Set the Deflate window size (1-15)",
                        new IdleAction(use -> within(use, 1, 15, "DeflateWindowSize must be between 1 and 15"))),
                DirectiveSpec.server(
                        "DeflateBufferSize", Arguments.ONE, "value", "8096", "Set the Deflate Buffer Size", use -> {
                            int size = within(use, 1, Integer.MAX_VALUE, "DeflateBufferSize should be positive");
                            update(use, settings -> settings.withBufferSize(size));
                        }),
                DirectiveSpec.server(
                        "DeflateMemLevel",
                        Arguments.ONE,
                        "value",
                        "9",
                        "Set the Deflate Memory Level (1-9)",
                        new IdleAction(use -> within(use, 1, 9, "DeflateMemLevel must be between 1 and 9"))),
                DirectiveSpec.server(
                        "DeflateCompressionLevel",
                        Arguments.ONE,
                        "value",
                        "Zlib's default",
                        "Set the Deflate Compression Level (1-9)",
                        use -> {
                            int level = within(use, 1, 9, "Compression Level must be between 1 and 9");
                            update(use, settings -> settings.withLevel(level));
                        }),
                DirectiveSpec.server(
                        "DeflateAlterEtag",
                        Arguments.ONE,
                        "AddSuffix|NoChange|Remove",
                        "AddSuffix",
                        "Set how mod_deflate should modify ETAG response headers: 'AddSuffix' (default), 'NoChange' "
                                + "(2.2.x behavior), 'Remove'",
                        DeflateDirectives::tagChange));
    }

    private static void update(DirectiveUse use, UnaryOperator<DeflateSettings> change) {
        use.update(DeflateSettings.KEY, change);
    }

    /** The number at the beginning of the argument, as atoi(3) reads it. */
    private static int within(DirectiveUse use, int least, int most, String complaint) throws ConfigurationException {
        String digits = use.argument(0).replaceFirst("^([0-9]{0,9}).*$", "$1");
        int value = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        if (value < least || value > most) {
            throw new ConfigurationException(null, complaint);
        }
        return value;
    }

    private static void tagChange(DirectiveUse use) throws ConfigurationException {
        TagChange change = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "nochange" -> TagChange.NO_CHANGE;
            case "addsuffix" -> TagChange.ADD_SUFFIX;
            case "remove" -> TagChange.REMOVE;
            default ->
                throw new ConfigurationException(
                        null, "DeflateAlterETAG accepts only 'NoChange', 'AddSuffix', and 'Remove'");
        };
        update(use, settings -> settings.withTagChange(change));
    }

    private static void note(DirectiveUse use) throws ConfigurationException {
        if (use.arguments().size() == 1) {
            update(use, settings -> settings.withRatioNote(use.argument(0)));
            return;
        }
        String name = use.argument(1);
        UnaryOperator<DeflateSettings> change = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "ratio" -> settings -> settings.withRatioNote(name);
            case "input" -> settings -> settings.withInputNote(name);
            case "output" -> settings -> settings.withOutputNote(name);
            default -> throw new ConfigurationException(null, "Unknown note type " + use.argument(0));
        };
        update(use, change);
    }
}
