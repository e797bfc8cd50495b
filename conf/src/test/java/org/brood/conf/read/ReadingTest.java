package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ModuleSpec;
import org.brood.conf.tree.IncludedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {
    @TempDir
    Path root;

    /** A text and the words that its ServerNote lines say. */
    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("ServerNote a\nservernote b", "a b"),
                arguments("ServerNote \\\n  a", "a"),
                arguments("Raw a \\\nb\\\n  c", "a b  c"),
                arguments("# comment \\\nServerNote a\nServerNote b", "b"),
                arguments("ServerNote a#b", "a#b"),
                arguments(" ".repeat(140) + "\n\t\nServerNote a", "a"),
                arguments("One \"a b", "a b"),
                arguments("One 'a \"b'", "a \"b"),
                arguments("One \"a\\\"b\\\\c\\d\"", "a\"b\\c\\d"),
                arguments("One a\\d\\\\", "a\\d\\"),
                arguments("Two \"a\"b", "a|b"),
                arguments("One \"a\u000bb\"", "a\u000bb"),
                arguments("One \"\u00e9\"", "\u00e9"),
                arguments("OneOrTwo a \"\"", "a"),
                arguments("Each a b c", "a b c"),
                arguments("FirstWithEach a b c", "a|b a|c"),
                arguments("Any a b c", "a|b|c"),
                arguments("Any", ""),
                arguments("Flag ON", "ON"),
                arguments("Define x 1\nServerNote ${x}${x}\nUnDefine x\nServerNote ${x}", "11 ${x}"),
                arguments("ServerNote ${HOMELIKE}", "/home"),
                arguments("ServerNote $a${", "$a${"),
                arguments(
                        "<IfDefine GIVEN>\nServerNote a\n</IfDefine>\n<IfDefine !GIVEN>\nServerNote b\n</IfDefine>",
                        "a"),
                arguments("Define D\n<ifdefine D>\nServerNote a\n</IFDEFINE>", "a"),
                arguments("<IfModule mod_note.c>\n<IfModule note_module>\nServerNote a\n</IfModule>\n</IfModule>", "a"),
                arguments(
                        "<IfModule !mod_late.c>\nServerNote a\n</IfModule>\nLoadModule late_module x/mod_late.so\n"
                                + "<IfModule late_module>\nLate b\n</IfModule>",
                        "a b"),
                arguments(
                        "<IfModule nope.c>\n<Nope>\nNope \"\n</nope>\n<IfVersion a b c d>\n</IfVersion>\n</IfModule>\nServerNote a",
                        "a"),
                arguments("<IfModule \"core.c\">\nServerNote a\n</IfModule>", "a"),
                arguments(
                        "<IfFile main.conf>\nServerNote a\n</IfFile>\n<IfFile \"!main.conf\">\nServerNote b\n</IfFile>",
                        "a"),
                arguments("<IfFile !nope.conf>\nServerNote a\n</IfFile>", "a"),
                arguments(
                        "<IfDirective note>\nServerNote a\n</IfDirective>\n<IfDirective Late>\nServerNote b\n</IfDirective>",
                        "a"),
                arguments(
                        "<IfSection Group>\nServerNote a\n</IfSection>\n<IfSection Note>\nServerNote b\n</IfSection>",
                        "a"),
                arguments("Include a.conf", "from-a"),
                arguments("Include conf.d/*.conf", "1 2"),
                arguments("Include conf.d", "1 2 other hidden"),
                arguments("Include ?/x.conf", "dx ex"),
                arguments("IncludeOptional nope.conf\nIncludeOptional nope/*.conf\nServerNote a", "a"),
                arguments("<VirtualHost *>\nInclude a.conf\n</VirtualHost>", ""),
                arguments("<Macro M $a $ab>\nServerNote $a-$ab\n</Macro>\nUse m 1 2\nUse M 3 4", "1-2 3-4"));
    }

    private Fixture fixture() {
        return new Fixture(root)
                .file("a.conf", "ServerNote from-a\n")
                .file("conf.d/2.conf", "ServerNote 2")
                .file("conf.d/1.conf", "ServerNote 1")
                .file("conf.d/README", "ServerNote other")
                .file("conf.d/sub/.hidden", "ServerNote hidden")
                .file("e/x.conf", "ServerNote ex")
                .file("d/x.conf", "ServerNote dx")
                .environment(Map.of("HOMELIKE", "/home"))
                .defines("GIVEN");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textBecomesDirectives(String text, String expected) throws ConfigurationException {
        List<String> notes = fixture().read(text).main().settings().get(Fixture.SERVER_NOTES);
        assertThat(String.join(" ", notes)).isEqualTo(expected);
    }

    static Stream<Arguments> versions() {
        return Stream.of(
                arguments("2.4.66>", true),
                arguments("2.4>", false),
                arguments("= 2.4.66>", true),
                arguments("== 2.4.66>", true),
                arguments(">= 2.4>", true),
                arguments("> 2.4.65>", true),
                arguments("> 2.4.66>", false),
                arguments("<= 2.4.66>", true),
                arguments("< 2.5>", true),
                arguments("!< 2.5>", false),
                arguments(">= 2.5.0 >", false),
                arguments("\">=\" \"2.4\" >", true),
                arguments("\"2.4.66\" >", true),
                arguments("~ ^2\\.4\\.>", true),
                arguments("= /^2\\.5/>", false),
                arguments("!~ ^2\\.5>", true));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void versionIsCompared(String condition, boolean holds) throws ConfigurationException {
        String text = "<IfVersion " + condition + "\nServerNote a\n</Ifversion>";
        assertThat(fixture().read(text).main().settings().get(Fixture.SERVER_NOTES))
                .hasSize(holds ? 1 : 0);
    }

    @Test
    void undefinedVariableIsWarnedOfAndStays() throws ConfigurationException {
        Fixture fixture = fixture();
        fixture.read("ServerNote ${NOPE}\n<IfDefine NOPE>\nServerNote ${ALSO_NOT}\n</IfDefine>\nServerNote ${map:x}");
        assertThat(fixture.warnings).containsExactly("AH00111: Config variable ${NOPE} is not defined");
    }

    @Test
    void commandLineDirectivesStandAroundTheFile() throws ConfigurationException {
        Fixture fixture = fixture();
        fixture.options =
                fixture.options.withDirectives(List.of("ServerNote before", "Define X x"), List.of("ServerNote after"));
        assertThat(fixture.read("ServerNote ${X}").main().settings().get(Fixture.SERVER_NOTES))
                .containsExactly("before", "x", "after");
    }

    @Test
    void includedFilesAreListedWithDepthAndLine() throws ConfigurationException {
        Fixture fixture =
                fixture().file("b.conf", "\nInclude a.conf").file("main.conf", "Include b.conf\nInclude a.conf");
        List<IncludedFile> included =
                fixture.reader().resolve(Path.of("main.conf")).included();
        assertThat(included.stream().map(file -> file.toString().replace(root + "/", "")))
                .containsExactly("  (*) main.conf", "    (1) b.conf", "      (2) a.conf", "    (2) a.conf");
    }

    @Test
    void modulesFromOutsideAreLoadedByTheCallback() throws ConfigurationException {
        Fixture fixture = fixture()
                .loader((identifier, jar) -> new ModuleSpec(jar.getFileName().toString(), identifier, true, List.of()));
        String text = "LoadModule hello_module ext/hello.jar\n<IfModule hello_module>\nServerNote a\n</IfModule>";
        ServerConfiguration server = fixture.read(text);
        assertThat(server.main().settings().get(Fixture.SERVER_NOTES)).containsExactly("a");
        assertThat(server.vocabulary().present()).anyMatch(module -> module.isCalled("hello.jar"));
    }
}
