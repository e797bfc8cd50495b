package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.brood.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same text before Debian's httpd and before this reader, where httpd is installed: what one refuses the other refuses,
 * in the same words and at the same line. Only directives of the language itself stand in the texts.
 */
class HttpdAgreementTest {
    private static final Path HTTPD = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

    @TempDir
    Path root;

    static Stream<String> texts() {
        return Stream.of(
                "ServerName a",
                "ServerName a \\\n b",
                "\n\nServerName \\\n\n<Directory />\n\n",
                "<Directory />\n</Directory>\n<directory ~ \"^/x\">\n</DIRECTORY>",
                "<Directory ~>\n</Directory>",
                "<Location \"/a b\">\n</Location>",
                "<Location /a b>\n</Location>",
                "<LocationMatch \"[\">\n</LocationMatch>",
                "<LocationMatch \"^/(?<x>[[:alpha:]]+)$\">\n</LocationMatch>",
                "<FilesMatch \"(?\">\n</FilesMatch>",
                "<Files ~ \"a{b\">\n</Files>",
                "<Files x>\nServerName a\n</Files>",
                "<If \"true\">\n<Files x>\n</Files>\n</If>",
                "<If \"true\">\nServerName a\n</If>",
                "<If \"-z 'a' && %{REQUEST_URI} =~ m#x#\">\n</If>\n<ElseIf \"true\">\n</ElseIf>\n<Else>\n</Else>",
                "<If \"true\">\n</If>\n<Files x>\n</Files>\n<Else>\n</Else>",
                "<If \"'a' =~ /x(/\">\n</If>",
                "<If \"%{HTTP_HOST} == 'a\">\n</If>",
                "<If \"%{REQUEST_URI:x} == 'a'\">\n</If>",
                "<If \"tolower('x'\">\n</If>",
                "<If \"'x' -in {'a' 'b'}\">\n</If>",
                "<Limit GET>\n</Limit>",
                "<Directory />\n<Limit>\n</Limit>\n</Directory>",
                "<Directory />\n<Limit GET\n</Limit>\n</Directory>",
                "<Directory />\n<Limit GET>\n<Limit POST>\n</Limit>\n</Limit>\n</Directory>",
                "<VirtualHost *:99999>\n</VirtualHost>",
                "<VirtualHost [::1>\n</VirtualHost>",
                "<VirtualHost>\n</VirtualHost>",
                "<VirtualHost *:80>\n<Location />\n<Directory />\n</Directory>\n</Location>\n</VirtualHost>",
                "<VirtualHost *:80>\nServerName *.x\n</VirtualHost>",
                "<VirtualHost *:80>\nServerAlias\n</VirtualHost>",
                "<IfModule foo>\n<Nope>\n</Nope>\n</IfModule>",
                "<IfModule foo>\n<Nope>\n</Nop>\n</IfModule>",
                "<IfModule foo>\n</IfDefine>\n</IfModule>",
                "<IfModule core.c>\n</IfDefine>\n</IfModule>",
                "<IfModule !>\n</IfModule>",
                "<IfVersion >= 2.4 x>\n</IfVersion>",
                "<IfVersion >= 2.4>\nNope\n</IfVersion>",
                "<IfVersion >= 2.4.x>\nNope\n</IfVersion>",
                "<IfVersion ~ ^2>\nNope\n</IfVersion>",
                "<IfVersion 2.4",
                "<IfFile main.conf>\nNope\n</IfFile>",
                "<IfDirective ServerName>\nNope\n</IfDirective>",
                "<IfSection Directory>\nNope\n</IfSection>",
                "<IfSection ServerName>\nNope\n</IfSection>",
                "Define",
                "Define a b c",
                "Define A nope\n${A} x",
                "UnDefine a b",
                "Error",
                "Error \"\"",
                "Error 'a' b",
                "<Nope\n</Nope>",
                "Nope>",
                "</Nope",
                "\"Nope x\" y",
                "<Directory />\nAllowOverride Foo\n</Directory>",
                "<Directory />\nAllowOverride Nonfatal\n</Directory>",
                "<Directory />\nAllowOverride Options=Indexes,Foo\n</Directory>",
                "<Directory />\nAllowOverrideList None x\n</Directory>",
                "Include",
                "Include nope/*.conf",
                "Include nope*/a.conf",
                "IncludeOptional nope/*.conf",
                "IncludeOptional nope",
                "Include sub",
                "Include sub/ok.conf\nNope",
                "Include s?b/*.conf",
                "ServerRoot nope",
                "ServerRoot /a /b",
                "LoadModule x",
                "<Macro M $a>\nServerName $a\n</Macro>\nUse M x\nNope\n\n",
                "<Macro M $a>\nServerName $a\n</Macro>\nUse M",
                "<Macro M $a>\nNope $a\n</Macro>\nUse M x",
                "<Macro M $a>\nUse M $a\n</Macro>\nUse M x",
                "<Macro M $a $a>\n</Macro>",
                "<Macro M>\nServerName a",
                "<Macro>\n</Macro>",
                "<Macro M\n</Macro>",
                "Use Nope",
                "Use",
                "UndefMacro Nope",
                "UndefMacro");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void bothSayTheSame(String text) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(HTTPD) && Files.isRegularFile(MODULES.resolve("mod_mpm_event.so")));
        Fixture fixture = new Fixture(root)
                .file("sub/ok.conf", "ServerName a")
                .file("logs/x", "")
                .file("sub/zbad.conf", "\nNope");
        assertThat(fixture.report(text).strip()).isEqualTo(httpd(text, "-t"));
    }

    /** Directives of other modules, and those of the core that the server declares, are not compared. */
    @Test
    void listingOfDirectivesIsTheSame() throws IOException, InterruptedException, ConfigurationException {
        assumeTrue(Files.isExecutable(HTTPD) && Files.isRegularFile(MODULES.resolve("mod_macro.so")));
        new Fixture(root).file("logs/x", "");
        String theirs = httpd("", "-L").replace(" [no per-dir config]", "");
        String ours = DirectiveListing.of(new Fixture(root).read("").vocabulary());
        for (String block : ours.split("\n(?=[^\t])")) {
            if (!block.contains("(mod_note.c)")) {
                assertThat(theirs).contains(block.strip());
            }
        }
    }

    private String httpd(String text, String option) throws IOException, InterruptedException {
        Files.writeString(root.resolve("main.conf"), text);
        Path output = root.resolve("output");
        Process process = new ProcessBuilder(
                        HTTPD.toString(),
                        option,
                        "-d",
                        root.toString(),
                        "-f",
                        "main.conf",
                        "-C",
                        "LoadModule mpm_event_module " + MODULES.resolve("mod_mpm_event.so"),
                        "-C",
                        "LoadModule authz_core_module " + MODULES.resolve("mod_authz_core.so"),
                        "-C",
                        "LoadModule macro_module " + MODULES.resolve("mod_macro.so"),
                        "-C",
                        "Listen 127.0.0.1:18099",
                        "-C",
                        "ServerName localhost")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        String said = Files.readString(output, StandardCharsets.ISO_8859_1)
                .replace("apache2: ", "")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace(root + "/", "")
                .strip();
        return said.endsWith("Syntax OK") ? "OK" : said;
    }
}
