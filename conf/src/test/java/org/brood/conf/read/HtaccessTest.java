package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Settings;
import org.brood.conf.section.NamedCaptures;
import org.brood.conf.section.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HtaccessTest {
    @TempDir
    Path root;

    private final List<String> warnings = new ArrayList<>();

    /** Lines of the directory, the file's text, and its notes or what is wrong. */
    static Stream<Arguments> files() {
        return Stream.of(
                arguments("AllowOverride All", "Note a\n<Files *.x>\nNote b\n</Files>", "a"),
                arguments("AllowOverride FileInfo", "note a", "a"),
                arguments("AllowOverride None", "Note a", "Note not allowed here"),
                arguments("AllowOverride Limit", "Note a", "Note not allowed here"),
                arguments("AllowOverride Limit", "LimitNote a", "a"),
                arguments(
                        "AllowOverride AuthConfig",
                        "<Group>\nAuthNote a\n</Group>",
                        "( aMethodLimit[except=true, methods=[]] )"),
                arguments("AllowOverride Limit", "<Files x>\nNote a\n</Files>", "Note not allowed in <Files> context"),
                arguments("AllowOverride Limit\nAllowOverrideList note", "Note a", "a"),
                arguments("AllowOverrideList NOTE Nope", "Note a", "a"),
                arguments("AllowOverrideList None", "Note a", "Note not allowed here"),
                arguments("AllowOverrideList Define", "Define x", "Define cannot occur within htaccess files"),
                arguments(
                        "AllowOverrideList AllowOverride",
                        "AllowOverride All",
                        "AllowOverride cannot occur within htaccess files"),
                arguments("AllowOverrideList LoadModule", "LoadModule a b", "LoadModule not allowed here"),
                arguments("AllowOverride All", "<If \"-f 'x'\">\n</If>", ""),
                arguments(
                        "AllowOverride All",
                        "<Limit PROPFIND foo>\n</Limit>",
                        "Could not register method 'foo' for <Limit from .htaccess configuration"),
                arguments("AllowOverride Nonfatal=Override", "Note a\nSectionNote b", ""),
                arguments("AllowOverride FileInfo Nonfatal=Unknown", "Nope\nNote a", "a"),
                arguments("AllowOverride FileInfo Nonfatal=All", "Nope\nSectionNote b\nNote a", "a"),
                arguments(
                        "AllowOverride All",
                        "Nope",
                        "Invalid command 'Nope', perhaps misspelled or defined by a module not included in the server "
                                + "configuration"),
                arguments("AllowOverride All", "SectionNote a", "SectionNote not allowed here"),
                arguments("AllowOverride All", "ServerNote a", "ServerNote not allowed here"),
                arguments("AllowOverride All", "<Directory />\n</Directory>", "<Directory not allowed here"),
                arguments("AllowOverride All", "Include x", "Include not allowed here"),
                arguments("AllowOverride All", "Define x", "Define not allowed here"),
                arguments("AllowOverride All", "<Files>\n</Files>", "<Files> directive requires additional arguments"),
                arguments("AllowOverride All", "<IfDefine D>\nNote ${D}\n</IfDefine>", "value"),
                arguments("AllowOverride All", "<IfModule nope.c>\nNope\n</IfModule>\nNote a", "a"),
                arguments(
                        "AllowOverride All",
                        "<If \"-f 'x' && file('x') == ''\">\n</If>",
                        "Cannot parse condition clause: file not available in restricted context"),
                arguments("AllowOverride All", "<Files x>", "/srv/.htaccess:1: <Files> was not closed."),
                arguments("AllowOverride All", "Options Indexes MultiViews", ""),
                arguments("AllowOverride Options", "Options +Indexes -FollowSymLinks", ""),
                arguments("AllowOverride Options", "Options MultiViews", "Option MultiViews not allowed here"),
                arguments("AllowOverride Options=Indexes,ExecCGI", "Options Indexes ExecCGI", ""),
                arguments("AllowOverride Options=Indexes", "Options +ExecCGI", "Option ExecCGI not allowed here"),
                arguments("AllowOverride FileInfo", "Options Indexes", "Options not allowed here"),
                arguments("AllowOverride All", "Note " + "a".repeat(8190 - 5), "a".repeat(8185)),
                arguments(
                        "AllowOverride All",
                        "Note " + "a".repeat(9000),
                        "Error reading /srv/.htaccess at line 1: Line too long"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileSaysWhatItsDirectoryAllows(String directory, String text, String expected) throws ConfigurationException {
        assertThat(read(directory, text)).isEqualTo(expected);
    }

    private String read(String directory, String text) throws ConfigurationException {
        Fixture fixture = new Fixture(root)
                .file("main.conf", "Define D value\n<Directory /srv>\n" + directory + "\n</Directory>");
        ResolvedConfiguration resolved = fixture.reader().resolve(Path.of("main.conf"));
        ServerConfiguration server = fixture.reader().apply(resolved);
        Sections sections = server.main().sections();
        Settings settings = sections.directory(sections.defaults(), "/srv/", NamedCaptures.IGNORED);
        HtaccessReader reader = new HtaccessReader(server, resolved, "2.4.66", Map.of());
        try {
            AllowOverride allowed = settings.get(AllowOverride.KEY);
            Settings said = reader.read(
                    "/srv/.htaccess", "/srv/", text, allowed, (id, words) -> warnings.add(id + ": " + words));
            return String.join(" ", said.get(Fixture.NOTES));
        } catch (ConfigurationException mistake) {
            return String.valueOf(mistake.getMessage());
        }
    }

    @Test
    void nonfatalMistakesAreWarnedOf() throws ConfigurationException {
        read("AllowOverride FileInfo Nonfatal=All", "Nope\nSectionNote b");
        assertThat(warnings)
                .containsExactly(
                        "AH02296: Unknown directive nope perhaps misspelled or defined by a module not included in the "
                                + "server configuration",
                        "AH02295: SectionNote in .htaccess forbidden by AllowOverride");
    }

    @Test
    void wrongAllowOverrideIsRefused() {
        Fixture fixture = new Fixture(root);
        assertThat(fixture.report("<Directory />\nAllowOverride Foo\n</Directory>"))
                .endsWith("\nIllegal override option Foo");
        assertThat(fixture.report("<Directory />\nAllowOverride Options=Foo\n</Directory>"))
                .endsWith("\nIllegal option Foo");
        assertThat(fixture.report("<Directory />\nAllowOverride Nonfatal\n</Directory>"))
                .endsWith("\n=Override, =Unknown or =All expected after Nonfatal");
        assertThat(fixture.report("AllowOverride None")).endsWith("\nAllowOverride not allowed here");
        assertThat(fixture.report("<Location />\nAllowOverride None\n</Location>"))
                .isEqualTo("OK");
        assertThat(fixture.warnings)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("AH00114: Useless use of AllowOverride in line 2 of ");
    }
}
