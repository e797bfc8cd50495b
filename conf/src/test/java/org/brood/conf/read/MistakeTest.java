package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong text and httpd's words for it; the words were taken from httpd 2.4.71 on the same texts. */
class MistakeTest {
    @TempDir
    Path root;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                reading(
                        "<IfModule core.c>\n<Directory />\n</IfModule>",
                        3,
                        "Expected </Directory> but saw </IfModule>"),
                arguments("<IfModule core.c>\n<Directory />", "OK"),
                arguments("<IfModule core.c>\nServerName a", "OK"),
                reading("<IfModule nope.c>\nx", 1, "Expected </IfModule> before end of configuration"),
                reading("</Directory>", 1, "</Directory> without matching <Directory> section"),
                reading("<directory />\n</Location>", 2, "Expected </Directory> but saw </Location>"),
                reading("<Directory />\n</Directory", 2, "</Directory> directive missing closing '>'"),
                reading(
                        "<Directory />\n\n<Location /x>",
                        1,
                        "main.conf:3: <Location> was not closed.\nmain.conf:1: <Directory> was not closed."),
                reading(
                        "Include nonexist.conf",
                        1,
                        "Could not open configuration file nonexist.conf: No such file or directory"),
                reading("Define a:b", 1, "Variable name must not contain ':'"),
                reading("ServerRoot /nonexist", 1, "ServerRoot must be a valid directory"),
                reading("<IfDefine>\n</IfDefine>", 1, "<IfDefine> directive requires additional arguments"),
                reading("<IfDefine A\n</IfDefine>", 1, "<IfDefine> directive missing closing '>'"),
                reading(
                        "<IfVersion",
                        1,
                        "Version appears to be invalid. It must have the format "
                                + "major[.minor[.patch]] where major, minor and patch are numbers."),
                reading(
                        "<IfVersion foo>\n</IfVersion>",
                        1,
                        "Version appears to be invalid. It must have the format "
                                + "major[.minor[.patch]] where major, minor and patch are numbers."),
                reading("<IfVersion ! 2.4>\n</IfVersion>", 1, "unrecognized operator '!'"),
                reading("<IfVersion = /2.4>\n</IfVersion>", 1, "Missing delimiting / of regular expression."),
                applying("ServerName", 1, "ServerName takes one argument, The hostname and port of the server"),
                applying(
                        "<Directory />\nServerName x\n</Directory>",
                        2,
                        "ServerName not allowed in <Directory> context"),
                applying("AuthNote x", 1, "AuthNote not allowed here"),
                applying("LimitNote x", 1, "LimitNote not allowed here"),
                applying("SectionNote x", 1, "SectionNote not allowed here"),
                applying(
                        "<VirtualHost *>\nAuthNote x\n</VirtualHost>",
                        2,
                        "AuthNote not allowed in <VirtualHost> context"),
                applying(
                        "<VirtualHost *>\nGlobalNote x\n</VirtualHost>",
                        2,
                        "GlobalNote cannot occur within <VirtualHost> section"),
                applying(
                        "\nFooo bar",
                        2,
                        "Invalid command 'Fooo', perhaps misspelled or defined by a module not "
                                + "included in the server configuration"),
                applying(
                        "<Fooo bar>\n</Fooo>",
                        1,
                        "Invalid command '<Fooo', perhaps misspelled or defined by a module "
                                + "not included in the server configuration"),
                applying(
                        "Late x",
                        1,
                        "Invalid command 'Late', perhaps misspelled or defined by a module not "
                                + "included in the server configuration"),
                applying("Error \"hello there\"", 1, "hello there"),
                applying("<Directory /a /b>\n</Directory>", 1, "Multiple <Directory> arguments not (yet) supported."),
                applying("<directory>\n</directory>", 1, "<Directory> directive requires additional arguments"),
                applying("<Directory /a\n</Directory>", 1, "<Directory> directive missing closing '>'"),
                applying("<DirectoryMatch \"(\">\n</DirectoryMatch>", 1, "Regex could not be compiled"),
                applying(
                        "<Location />\n<Files x>\n</Files>\n</Location>",
                        2,
                        "<Files> cannot occur within <Location> section"),
                applying(
                        "<Directory />\n<Directory /x>\n</Directory>\n</Directory>",
                        2,
                        "<Directory not allowed in <Directory> context"),
                applying(
                        "<VirtualHost *>\n<VirtualHost *>\n</VirtualHost>\n</VirtualHost>",
                        2,
                        "<VirtualHost> cannot occur within <VirtualHost> section"),
                applying(
                        "<Directory />\n<Limit TRACE>\n</Limit>\n</Directory>",
                        2,
                        "TRACE cannot be controlled by <Limit>, see TraceEnable"),
                applying(
                        "<Directory />\n<Limit GET>\n<LimitExcept POST>\n</LimitExcept>\n</Limit>\n</Directory>",
                        3,
                        "<LimitExcept> directive specifies methods already excluded"),
                applying(
                        "<Directory />\n<Limit GET>\n<LimitExcept GET>\n</LimitExcept>\n</Limit>\n</Directory>",
                        3,
                        "<LimitExcept> directive excludes all methods"),
                applying("<VirtualHost 80>\n</VirtualHost>", 1, "Missing address for VirtualHost"),
                applying("<VirtualHost :80>\n</VirtualHost>", 1, "The address or port is invalid"),
                applying("ServerAlias foo", 1, "ServerAlias only used in <VirtualHost>"),
                applying(
                        "ServerName foo:99999",
                        1,
                        "The port number \"foo:99999\" is outside the appropriate range (i.e., 1..65535)."),
                applying("<Group>\n</Group>", 1, "<Group not allowed here"),
                applying(
                        "<Directory />\n<Group x>\n</Group>\n</Directory>",
                        2,
                        "<Group> directive doesn't take additional arguments"),
                applying("None x", 1, "None takes no arguments"),
                applying("Flag maybe", 1, "Flag must be On or Off"),
                applying("Flag", 1, "Flag must be On or Off"),
                applying("One 1 2", 1, "One takes one argument, one thing"),
                applying("Two 1", 1, "Two takes two arguments, two things"),
                applying("Three 1 2", 1, "Three takes three arguments, three things"),
                applying("OneOrTwo", 1, "OneOrTwo takes 1-2 arguments, things"),
                applying("TwoOrThree 1", 1, "TwoOrThree takes two or three arguments, things"),
                applying("OneOrThree 1 2", 1, "OneOrThree takes one or three arguments, things"),
                applying("OneToThree 1 2 3 4", 1, "OneToThree takes one, two or three arguments, things"),
                applying("Each", 1, "Each requires at least one argument, things"),
                applying("FirstWithEach 1", 1, "FirstWithEach requires at least two arguments, things"));
    }

    private static Arguments reading(String text, int line, String words) {
        return arguments(text, "Syntax error on line " + line + " of main.conf: " + words);
    }

    private static Arguments applying(String text, int line, String words) {
        return arguments(text, "AH00526: Syntax error on line " + line + " of main.conf:\n" + words);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsReportedInHttpdsWords(String text, String expected) {
        assertThat(new Fixture(root).report(text)).isEqualTo(expected);
    }

    @Test
    void mistakeInAnIncludedFileNamesBothFiles() {
        Fixture fixture = new Fixture(root).file("sub/a.conf", "\n</Files>\n");
        assertThat(fixture.report("Include sub/a.conf"))
                .isEqualTo("Syntax error on line 1 of main.conf: Syntax error on line 2 of sub/a.conf: "
                        + "</Files> without matching <Files> section");
    }

    @Test
    void missingMainFileHasNoLine() {
        Fixture fixture = new Fixture(root);
        assertThat(fixture.root.resolve("main.conf")).doesNotExist();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> fixture.reader().resolve(Path.of("main.conf")))
                .hasMessage("Could not open configuration file " + root.resolve("main.conf")
                        + ": No such file or directory");
    }

    @Test
    void wildcardWithoutMatchIsAMistakeOfInclude() {
        assertThat(new Fixture(root).report("IncludeOptional none*.conf\nInclude none*.conf"))
                .isEqualTo("Syntax error on line 2 of main.conf: Include/IncludeOptional: No matches for the wildcard "
                        + "'none*.conf' in '" + root + "', failing");
    }

    @Test
    void endlessIncludeIsCutOff() {
        assertThat(new Fixture(root).report("Include main.conf"))
                .endsWith("Exceeded maximum include depth of 128, There appears to be a recursion.");
    }

    @Test
    void modulesThatCannotBeLoadedAreNamedWithARemedy() {
        assertThat(new Fixture(root).report("LoadModule foo_module modules/mod_foo.so"))
                .startsWith(
                        "Syntax error on line 1 of main.conf: Cannot load modules/mod_foo.so into server: foo_module")
                .contains("remove the line");
    }
}
