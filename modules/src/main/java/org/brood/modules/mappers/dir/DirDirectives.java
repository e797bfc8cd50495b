package org.brood.modules.mappers.dir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveAction;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.modules.text.Words;

/** The directives of mod_dir. */
final class DirDirectives {

    private DirDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                spec(
                        "FallbackResource",
                        Arguments.ONE,
                        "disabled | local-url",
                        "",
                        "Set a default handler",
                        use -> use.update(DirSettings.KEY, dir -> dir.withFallback(use.argument(0)))),
                spec(
                        "DirectoryIndex",
                        Arguments.RAW,
                        "disabled | local-url [local-url] ...",
                        "index.html",
                        "a list of file names",
                        DirDirectives::directoryIndex),
                spec(
                        "DirectorySlash",
                        Arguments.FLAG,
                        "On|Off",
                        "On",
                        "On or Off",
                        use -> use.update(DirSettings.KEY, dir -> dir.withSlash(use.flag()))),
                spec(
                        "DirectoryCheckHandler",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "On or Off",
                        use -> use.update(DirSettings.KEY, dir -> dir.withCheckHandler(use.flag()))),
                spec(
                        "DirectoryIndexRedirect",
                        Arguments.ONE,
                        "on | off | permanent | temp | seeother | 3xx-code",
                        "off",
                        "On, Off, or a 3xx status code.",
                        DirDirectives::indexRedirect));
    }

    private static DirectiveSpec spec(
            String name, Arguments arguments, String syntax, String standard, String help, DirectiveAction action) {
        return DirectiveSpec.anywhere(OverrideClass.INDEXES, name, arguments, syntax, standard, help, action);
    }

    private static void directoryIndex(DirectiveUse use) {
        List<String> words = Words.of(use.argument(0));
        boolean disabled = words.size() == 1 && words.getFirst().equalsIgnoreCase("disabled");
        use.update(DirSettings.KEY, dir -> {
            if (disabled) {
                return dir.withIndexes(List.of());
            }
            List<String> all = new ArrayList<>(dir.indexes() == null ? List.of() : dir.indexes());
            all.addAll(words);
            return dir.withIndexes(List.copyOf(all));
        });
    }

    private static void indexRedirect(DirectiveUse use) throws ConfigurationException {
        int status = redirectStatus(use.argument(0).toLowerCase(Locale.ROOT));
        use.update(DirSettings.KEY, dir -> dir.withIndexRedirect(status));
    }

    private static int redirectStatus(String word) throws ConfigurationException {
        return switch (word) {
            case "on", "temp" -> 302;
            case "off" -> 0;
            case "permanent" -> 301;
            case "seeother" -> 303;
            default -> {
                if (!word.matches("\\d.*")) {
                    throw new ConfigurationException(null, "DirectoryIndexRedirect ON|OFF|permanent|temp|seeother|3xx");
                }
                if (!word.matches("3\\d\\d")) {
                    throw new ConfigurationException(
                            null, "DirectoryIndexRedirect only accepts values between 300 and 399");
                }
                yield Integer.parseInt(word);
            }
        };
    }
}
