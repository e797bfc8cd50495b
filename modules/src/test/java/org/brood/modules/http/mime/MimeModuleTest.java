package org.brood.modules.http.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MimeModuleTest {
    private static final String CONFIGURATION = """
            AddType Text/X-Foo .foo
            AddType "text/html; charset=utf-8; level=1" .lvl
            AddCharset UTF-8 .utf8
            AddCharset ISO-8859-2 .l2
            AddLanguage fr .fr
            AddLanguage en en
            AddEncoding x-gzip .gz
            AddEncoding x-compress .Z
            AddHandler cgi-script .cgi
            AddOutputFilter INCLUDES;DEFLATE .shtml
            RemoveType .bar
            DefaultLanguage de
            """;

    @TempDir
    Path root;

    private Site site;

    @BeforeEach
    void configure() throws Exception {
        Files.createDirectories(root.resolve("conf"));
        Files.writeString(
                root.resolve("conf/mime.types"),
                "# types\ntext/html html htm\ntext/plain txt\nimage/png png\napplication/x-bar bar\n");
        site = Site.at(root, new MimeModule()).configure(CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a.html,          text/html,                  ,           de
            A.HTML,          text/html,                  ,           de
            a.foo,           text/x-foo,                 ,           de
            .html,           ,                           ,           de
            ..png,           ,                           ,           de
            txt,             ,                           ,           de
            a.txt.html,      text/html,                  ,           de
            a.html.fr,       text/html,                  ,           fr
            a.fr.html.en,    text/html,                  ,           fr+en
            a.html.gz,       text/html,                  x-gzip,     de
            a.html.gz.Z,     text/html,                  'x-gzip, x-compress', de
            a.bar,           ,                           ,           de
            a.html.utf8,     text/html; charset=utf-8,   ,           de
            a.lvl,           text/html; charset=utf-8; level=1, ,    de
            a.lvl.l2,        text/html; charset=iso-8859-2; level=1, , de
            a..html,         text/html,                  ,           de
            a.unknown,       ,                           ,           de
            """)
    void extensionsTellTypeEncodingAndLanguage(String name, String type, String encoding, String languages) {
        TestExchange exchange = site.get("/" + name);
        site.run(exchange, "typeChecker");
        assertThat(exchange.response.contentType()).isEqualTo(type);
        assertThat(exchange.resource.contentEncoding()).isEqualTo(encoding);
        assertThat(String.join("+", exchange.resource.contentLanguages())).isEqualTo(languages);
        assertThat(exchange.replayable).isTrue();
    }

    @Test
    void handlersAndFiltersComeFromExtensions() {
        TestExchange exchange = site.get("/a.shtml.cgi");
        site.run(exchange, "typeChecker");
        assertThat(exchange.resource.handler()).isEqualTo("cgi-script");
        assertThat(exchange.resource.outputFilters()).containsExactly("includes", "deflate");
    }

    @Test
    void directoryHasItsMagicType() {
        site.folder(root + "/htdocs/dir");
        TestExchange exchange = site.get("/dir/");
        site.run(exchange, "typeChecker");
        assertThat(exchange.response.contentType()).isEqualTo("httpd/unix-directory");
    }

    @Test
    void multiviewsMatchWordsThatClashAreRefused() {
        assertThatThrownBy(() -> site.configure("MultiviewsMatch Handlers\nMultiviewsMatch Any"))
                .hasMessage("Any is incompatible with NegotiatedOnly, Filters and Handlers");
    }

    @Test
    void missingTypesFileIsAnError() {
        assertThatThrownBy(() -> site.configure("TypesConfig conf/none"))
                .hasMessageContaining("AH01597: could not open mime types config file");
    }
}
