package org.brood.modules.mappers.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;
import org.brood.conf.SettingsKey;
import org.brood.modules.text.Words;
import org.jspecify.annotations.Nullable;

/** The directives of mod_rewrite. */
final class RewriteDirectives {

    private RewriteDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "RewriteEngine",
                        Arguments.FLAG,
                        "on|off",
                        "off",
                        "On or Off to enable or disable (default) the whole rewriting engine",
                        use -> both(use, settings -> settings.withEngine(use.flag()))),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "RewriteOptions",
                        Arguments.EACH,
                        "option [option] ...",
                        "",
                        "List of option strings to set",
                        RewriteDirectives::option),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "RewriteBase",
                        Arguments.ONE,
                        "URL-path",
                        "",
                        "the base URL of the per-directory context",
                        RewriteDirectives::base),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "RewriteCond",
                        Arguments.RAW,
                        "TestString CondPattern [flags]",
                        "",
                        "an input string and a to be applied regexp-pattern",
                        use -> {
                            Condition condition = Condition.read(use);
                            here(use, settings -> settings.with(condition));
                        }),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "RewriteRule",
                        Arguments.RAW,
                        "Pattern Substitution [flags]",
                        "",
                        "an URL-applied regexp-pattern and a substitution URL",
                        use -> {
                            List<Condition> conditions = use.settings(key(use)).pending();
                            Rule rule = new RuleReader().read(use.argument(0), conditions);
                            here(use, settings -> settings.with(rule));
                        }),
                DirectiveSpec.server(
                        "RewriteMap",
                        Arguments.TWO_OR_THREE,
                        "MapName MapType:MapSource [MapTypeOptions]",
                        "",
                        "a mapname and a filename and options",
                        RewriteDirectives::map));
    }

    private static boolean ofServer(DirectiveUse use) {
        return use.place() == Place.SERVER || use.place() == Place.VIRTUAL_HOST;
    }

    private static SettingsKey<RewriteSettings> key(DirectiveUse use) {
        return ofServer(use) ? RewriteSettings.SERVER : RewriteSettings.PLACE;
    }

    /** Changes the settings of the server or of the place that the use stands in. */
    private static void here(DirectiveUse use, UnaryOperator<RewriteSettings> change) {
        String path = ofServer(use) ? "" : directory(use.enclosingPath());
        use.update(key(use), settings -> change.apply(settings.of(path)));
    }

    private static String directory(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return "";
        }
        return path.endsWith("/") ? path : path + "/";
    }

    /** Engine and options of a server hold at all its places, too. */
    private static void both(DirectiveUse use, UnaryOperator<RewriteSettings> change) {
        here(use, change);
        if (ofServer(use)) {
            use.update(RewriteSettings.PLACE, change);
        }
    }

    private static void option(DirectiveUse use) throws ConfigurationException {
        if (use.argument(0).regionMatches(true, 0, "MaxRedirects=", 0, 13)) {
            use.warn(
                    "AH00664",
                    "RewriteOptions: MaxRedirects option has been removed in favor of the global "
                            + "LimitInternalRecursion directive and will be ignored.");
            return;
        }
        Option option = Option.of(use.argument(0));
        both(use, settings -> settings.with(option));
    }

    private static void base(DirectiveUse use) throws ConfigurationException {
        String url = use.argument(0);
        if (ofServer(use)) {
            throw new ConfigurationException(null, "RewriteBase: only valid in per-directory config files");
        }
        if (url.isEmpty()) {
            throw new ConfigurationException(null, "RewriteBase: empty URL not allowed");
        }
        if (!url.startsWith("/")) {
            throw new ConfigurationException(null, "RewriteBase: argument is not a valid URL");
        }
        here(use, settings -> settings.withBase(url));
    }

    private static void map(DirectiveUse use) throws ConfigurationException {
        RewriteMap map = map(use, use.argument(1));
        use.update(RewriteSettings.SERVER, settings -> settings.with(use.argument(0), map));
    }

    private static RewriteMap map(DirectiveUse use, String source) throws ConfigurationException {
        int colon = source.indexOf(':');
        String kind = colon < 0 ? "txt" : source.substring(0, colon);
        String name = source.substring(colon + 1);
        return switch (kind) {
            case "txt", "rnd" -> new TextMap(use.serverRelative(name), kind.equals("rnd"));
            case "int" -> {
                RewriteMap internal = RewriteMap.internal(name);
                if (internal == null) {
                    throw new ConfigurationException(null, "RewriteMap: internal map not found:" + name);
                }
                yield internal;
            }
            case "prg" -> program(use, name);
            default ->
                throw new ConfigurationException(
                        null, "RewriteMap: maps of the kind " + kind + ": are not there; txt, rnd, int and prg are");
        };
    }

    private static RewriteMap program(DirectiveUse use, String text) throws ConfigurationException {
        List<String> command = new ArrayList<>(Words.of(text));
        if (command.isEmpty()) {
            throw new ConfigurationException(null, "RewriteMap: no program for map " + use.argument(0));
        }
        command.set(0, use.serverRelative(command.getFirst()).toString());
        return new ProgramMap(command);
    }
}
