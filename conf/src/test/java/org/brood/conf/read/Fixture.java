package org.brood.conf.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveAction;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.ModuleLoader;
import org.brood.conf.ModuleSpec;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;
import org.brood.conf.SettingsKey;
import org.brood.conf.section.Sections;
import org.brood.conf.tree.ReaderOptions;

/** A server root with files in it, and modules that note what is said to them. */
final class Fixture {
    /** Words that {@code Note} and {@code ServerNote} gathered, the outer ones first. */
    static final SettingsKey<List<String>> NOTES = SettingsKey.directory("notes", List.of(), Sections::joined);

    static final SettingsKey<List<String>> SERVER_NOTES =
            SettingsKey.server("server notes", List.of(), Sections::joined);

    final Path root;
    final List<String> warnings = new ArrayList<>();
    ReaderOptions options;

    Fixture(Path root) {
        this.root = root;
        this.options = ReaderOptions.of(root, "2.4.66", (id, text) -> warnings.add(id + ": " + text));
    }

    Fixture file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ConfigurationReader reader() {
        return new ConfigurationReader(modules(), options);
    }

    /** Reads {@code text} as {@code main.conf}. */
    ServerConfiguration read(String text) throws ConfigurationException {
        file("main.conf", text);
        return reader().read(Path.of("main.conf"));
    }

    /** What the console shows, with the server root left out of file names; {@code OK} without a mistake. */
    String report(String text) {
        try {
            read(text);
            return "OK";
        } catch (ConfigurationException mistake) {
            return mistake.report().replace(root + "/", "");
        }
    }

    static List<ModuleSpec> modules() {
        return List.of(
                new ModuleSpec("mod_note.c", "note_module", true, notes()),
                new ModuleSpec(
                        "mod_late.c",
                        "late_module",
                        false,
                        List.of(DirectiveSpec.server(
                                "Late", Arguments.ONE, "word", "", "a word", Fixture::serverNote))));
    }

    private static List<DirectiveSpec> notes() {
        return List.of(
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO, "Note", Arguments.EACH, "word ...", "", "a word", Fixture::note),
                DirectiveSpec.server("ServerNote", Arguments.ONE, "word", "", "a word", Fixture::serverNote),
                DirectiveSpec.global("GlobalNote", Arguments.ONE, "word", "", "a word", Fixture::serverNote),
                DirectiveSpec.section("SectionNote", Arguments.ONE, "word", "", "a word", Fixture::note),
                DirectiveSpec.anywhere(
                        OverrideClass.LIMIT, "LimitNote", Arguments.ONE, "word", "", "a word", Fixture::note),
                DirectiveSpec.anywhere(
                        OverrideClass.AUTH_CONFIG,
                        "AuthNote",
                        Arguments.ONE,
                        "word",
                        "",
                        "a word",
                        use -> use.update(NOTES, list -> Sections.with(list, use.argument(0) + use.methods()))),
                DirectiveSpec.anywhere(OverrideClass.OPTIONS, "Options", Arguments.RAW, "option", "", "", use -> {}),
                count("Flag", Arguments.FLAG, ""),
                count("None", Arguments.NONE, ""),
                count("Raw", Arguments.RAW, ""),
                count("One", Arguments.ONE, "one thing"),
                count("Two", Arguments.TWO, "two things"),
                count("Three", Arguments.THREE, "three things"),
                count("OneOrTwo", Arguments.ONE_OR_TWO, "things"),
                count("TwoOrThree", Arguments.TWO_OR_THREE, "things"),
                count("OneOrThree", Arguments.ONE_OR_THREE, "things"),
                count("OneToThree", Arguments.ONE_TO_THREE, "things"),
                count("Any", Arguments.ANY, ""),
                count("Each", Arguments.EACH, "things"),
                count("FirstWithEach", Arguments.FIRST_WITH_EACH, "things"),
                DirectiveSpec.container(
                        "<Group>",
                        EnumSet.of(Place.DIRECTORY, Place.HTACCESS),
                        Set.of(OverrideClass.AUTH_CONFIG),
                        "",
                        "a group",
                        use -> {
                            use.update(NOTES, list -> Sections.with(list, "("));
                            use.applyChildren();
                            use.update(NOTES, list -> Sections.with(list, ")"));
                        }));
    }

    private static DirectiveSpec count(String name, Arguments arguments, String help) {
        DirectiveAction action =
                use -> use.update(SERVER_NOTES, list -> Sections.with(list, String.join("|", use.arguments())));
        return DirectiveSpec.server(name, arguments, "", "", help, action);
    }

    private static void note(org.brood.conf.DirectiveUse use) {
        use.update(NOTES, list -> Sections.with(list, use.argument(0)));
    }

    private static void serverNote(org.brood.conf.DirectiveUse use) {
        use.update(SERVER_NOTES, list -> Sections.with(list, use.argument(0)));
    }

    Fixture environment(Map<String, String> variables) {
        options = options.withEnvironment(variables);
        return this;
    }

    Fixture defines(String... names) {
        options = options.withDefines(List.of(names));
        return this;
    }

    Fixture loader(ModuleLoader loader) {
        options = options.withLoader(loader);
        return this;
    }
}
