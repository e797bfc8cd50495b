package org.brood.conf.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.brood.conf.Arguments;
import org.brood.conf.DirectiveAction;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.ModuleSpec;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;

/**
 * The modules whose directives are the language itself. The server adds its own core directives under the same name
 * {@code core.c}; lists of modules show it once.
 */
final class LanguageModules {
    private static final Set<Place> EVERYWHERE = EnumSet.allOf(Place.class);
    private static final Set<OverrideClass> ANY_CLASS = EnumSet.allOf(OverrideClass.class);

    /** Never called: the reader has done these before anything is applied. */
    private static final DirectiveAction DONE_WHILE_READING = use -> {};

    private LanguageModules() {}

    static List<ModuleSpec> all() {
        List<DirectiveSpec> core = new ArrayList<>(whileReading());
        core.addAll(SectionDirectives.all());
        core.addAll(NameDirectives.all());
        core.addAll(OverrideDirectives.all());
        return List.of(
                new ModuleSpec("core.c", "core_module", true, core),
                new ModuleSpec("mod_so.c", "so_module", true, List.of(loadModule())),
                new ModuleSpec("mod_version.c", "version_module", true, List.of(ifVersion())),
                new ModuleSpec("mod_macro.c", "macro_module", true, macros()));
    }

    private static List<DirectiveSpec> whileReading() {
        return List.of(
                condition(
                        "<IfModule>", "[!]module", "Container for directives based on existence of specified modules"),
                condition(
                        "<IfDefine>", "[!]name", "Container for directives based on existence of command line defines"),
                condition("<IfFile>", "[!]file", "Container for directives based on existence of files on disk"),
                condition("<IfDirective>", "[!]name", "Container for directives based on existence of named directive"),
                condition("<IfSection>", "[!]name", "Container for directives based on existence of named section"),
                reading(
                        "Define",
                        Arguments.ONE_OR_TWO,
                        "name [value]",
                        "Define a variable, optionally to a value." + "  Same as passing -D to the command line."),
                reading("UnDefine", Arguments.ONE, "name", "Undefine the existence of a variable. Undo a Define."),
                reading(
                        "Include",
                        Arguments.ONE,
                        "file",
                        "Name(s) of the config file(s) to be included; fails if the wildcard does not match at least one file"),
                reading(
                        "IncludeOptional",
                        Arguments.ONE,
                        "file",
                        "Name or pattern of the config file(s) to be "
                                + "included; ignored if the file does not exist or the pattern does not match any files"),
                DirectiveSpec.global(
                        "ServerRoot",
                        Arguments.ONE,
                        "directory",
                        "",
                        "Common directory of server-related files (logs, confs, etc.)",
                        DONE_WHILE_READING),
                new DirectiveSpec(
                        "Error",
                        EVERYWHERE,
                        ANY_CLASS,
                        Arguments.RAW,
                        "message",
                        "",
                        "Generate error message from within configuration",
                        ErrorDirective::raise));
    }

    private static DirectiveSpec condition(String name, String syntax, String help) {
        return new DirectiveSpec(name, EVERYWHERE, ANY_CLASS, Arguments.RAW, syntax, "", help, DONE_WHILE_READING);
    }

    private static DirectiveSpec reading(String name, Arguments arguments, String syntax, String help) {
        return DirectiveSpec.serverOrSection(name, arguments, syntax, "", help, DONE_WHILE_READING);
    }

    private static DirectiveSpec loadModule() {
        return DirectiveSpec.server(
                "LoadModule",
                Arguments.TWO,
                "module file",
                "",
                "a module name and the name of a shared object file to load it from",
                DONE_WHILE_READING);
    }

    private static DirectiveSpec ifVersion() {
        return new DirectiveSpec(
                "<IfVersion>",
                EVERYWHERE,
                ANY_CLASS,
                Arguments.ONE_TO_THREE,
                "[[!]operator] version",
                "",
                "a comparison operator, a version (and a delimiter)",
                DONE_WHILE_READING);
    }

    private static List<DirectiveSpec> macros() {
        return List.of(
                condition("<Macro>", "name [parameter] ...", "Beginning of a macro definition section."),
                condition("Use", "name [value] ...", "Use of a macro."),
                new DirectiveSpec(
                        "UndefMacro",
                        EVERYWHERE,
                        ANY_CLASS,
                        Arguments.ONE,
                        "name",
                        "",
                        "Remove a macro definition.",
                        DONE_WHILE_READING));
    }
}
