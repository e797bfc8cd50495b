package org.brood.conf.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Declaration;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;
import org.brood.conf.text.Words;
import org.jspecify.annotations.Nullable;

/** AllowOverride and AllowOverrideList. */
final class OverrideDirectives {
    private static final List<String> USELESS_IN =
            List.of("<location", "<locationmatch", "<files", "<filesmatch", "<if", "<elseif", "<else");

    private OverrideDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.section(
                        "AllowOverride",
                        Arguments.RAW,
                        "All|None|directive-type [directive-type] ...",
                        "None",
                        "Controls what groups of directives can be configured by per-directory config files",
                        OverrideDirectives::allowOverride),
                DirectiveSpec.section(
                        "AllowOverrideList",
                        Arguments.ANY,
                        "None|directive [directive-type] ...",
                        "None",
                        "Controls what individual directives can be configured by per-directory config files",
                        OverrideDirectives::allowOverrideList));
    }

    private static boolean isUseless(DirectiveUse use) {
        return use.containers().stream().anyMatch(container -> USELESS_IN.contains(container.toLowerCase(Locale.ROOT)));
    }

    private static void allowOverride(DirectiveUse use) throws ConfigurationException {
        if (isUseless(use)) {
            use.warn(
                    "AH00114",
                    "Useless use of AllowOverride in line " + use.source().line() + " of "
                            + use.source().file() + ".");
        }
        refuseHtaccess(use, "AllowOverride");
        AllowOverride allowed = use.settings(AllowOverride.KEY).none();
        for (String word : Words.of(use.argument(0))) {
            allowed = word(allowed, word);
        }
        AllowOverride result = allowed;
        use.update(AllowOverride.KEY, before -> result);
    }

    private static void refuseHtaccess(DirectiveUse use, String name) throws ConfigurationException {
        if (use.place() == Place.HTACCESS) {
            throw new ConfigurationException(null, name + " cannot occur within htaccess files");
        }
    }

    private static AllowOverride word(AllowOverride allowed, String word) throws ConfigurationException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? null : word.substring(equals + 1);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "limit" -> allowed.with(OverrideClass.LIMIT);
            case "fileinfo" -> allowed.with(OverrideClass.FILE_INFO);
            case "authconfig" -> allowed.with(OverrideClass.AUTH_CONFIG);
            case "indexes" -> allowed.with(OverrideClass.INDEXES);
            case "options" -> allowed.with(OverrideClass.OPTIONS).withOptions(options(value));
            case "nonfatal" -> nonfatal(allowed, name, value);
            case "none" -> allowed.none();
            case "all" -> allowed.all();
            default -> throw new ConfigurationException(null, "Illegal override option " + name);
        };
    }

    private static Set<OverridableOption> options(@Nullable String value) throws ConfigurationException {
        if (value == null) {
            return OverridableOption.ALL;
        }
        EnumSet<OverridableOption> options = EnumSet.noneOf(OverridableOption.class);
        for (String word : value.split(",", -1)) {
            Set<OverridableOption> meant = OverridableOption.of(word);
            if (meant == null && !word.isEmpty()) {
                throw new ConfigurationException(null, "Illegal option " + word);
            }
            options.addAll(meant == null ? Set.of() : meant);
        }
        return options;
    }

    private static AllowOverride nonfatal(AllowOverride allowed, String name, @Nullable String value)
            throws ConfigurationException {
        if (value == null) {
            throw new ConfigurationException(null, "=Override, =Unknown or =All expected after " + name);
        }
        boolean all = value.equalsIgnoreCase("All");
        return allowed.passing(all || value.equalsIgnoreCase("Override"), all || value.equalsIgnoreCase("Unknown"));
    }

    private static void allowOverrideList(DirectiveUse use) throws ConfigurationException {
        if (isUseless(use)) {
            use.warn("AH00115", "Useless use of AllowOverrideList at " + use.source());
        }
        refuseHtaccess(use, "AllowOverrideList");
        List<String> names = new ArrayList<>();
        for (String word : use.arguments()) {
            if (word.equalsIgnoreCase("None")) {
                if (use.arguments().size() != 1) {
                    throw new ConfigurationException(
                            null, "'None' not allowed with other directives in AllowOverrideList");
                }
            } else if (isUsable(use, word)) {
                names.add(word.toLowerCase(Locale.ROOT));
            }
        }
        use.update(AllowOverride.KEY, before -> before.withDirectives(names));
    }

    private static boolean isUsable(DirectiveUse use, String word) {
        List<Declaration> declarations = ((NodeUse) use).vocabulary().declarations(word);
        String where = "' in AllowOverrideList at " + use.source();
        if (declarations.isEmpty()) {
            use.warn("AH00116", "Discarding unrecognized directive `" + word + where);
            return false;
        }
        Set<Place> places = declarations.getFirst().spec().places();
        if (!places.contains(Place.DIRECTORY) && !places.contains(Place.HTACCESS)) {
            use.warn(
                    "AH02304",
                    "Discarding directive `" + word + "' not allowed in AllowOverrideList at " + use.source());
            return false;
        }
        return true;
    }
}
