package org.brood.modules.mappers.dir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brood.api.Verdict;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirModuleTest {

    private static Site site() {
        return Site.of(new DirModule())
                .folder("/srv/htdocs/full")
                .file("/srv/htdocs/full/index.html")
                .file("/srv/htdocs/full/second.html")
                .folder("/srv/htdocs/empty")
                .folder("/srv/htdocs/a b")
                .file("/srv/htdocs/front.php");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                              /full,       301, http://www.example.com/full/
            '',                              /full?q=1,   301, http://www.example.com/full/?q=1
            '',                              /a b,        301, http://www.example.com/a%20b/
            DirectorySlash Off,              /full,       200,
            DirectoryIndexRedirect on,       /full/,      302, http://www.example.com/full/index.html
            DirectoryIndexRedirect 303,      /full/,      303, http://www.example.com/full/index.html
            DirectoryIndexRedirect permanent,/full/,      301, http://www.example.com/full/index.html
            """)
    void redirectsAreAbsolute(String configuration, String target, int status, String location) throws Exception {
        Site site = site().configure(configuration);
        TestExchange exchange = site.get(target);
        site.run(exchange, "fixups");
        assertThat(exchange.response.status()).isEqualTo(status);
        assertThat(exchange.response.headers().get("Location")).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                                        /full/,  /full/index.html
            DirectoryIndex none.html second.html,      /full/,  /full/second.html
            DirectoryIndex none.html /front.php,       /full/,  /front.php
            DirectoryIndex disabled,                   /full/,  /full/
            DirectoryIndex disabled index.html,        /full/,  /full/index.html
            FallbackResource /front.php,               /none,   /front.php
            FallbackResource disabled,                 /none,   /none
            FallbackResource /front.php,               /empty/, /empty/
            """)
    void firstExistingIndexAnswers(String configuration, String target, String uri) throws Exception {
        Site site = site().configure(configuration);
        TestExchange exchange = site.get(target);
        site.run(exchange, "fixups");
        assertThat(exchange.resource.uri()).isEqualTo(uri);
        assertThat(exchange.response.status()).isEqualTo(200);
    }

    @Test
    void emptyDirectoryIsLeftToTheListing() throws Exception {
        Site site = site().configure("DirectoryIndex a.html b.html");
        TestExchange exchange = site.get("/empty/");
        assertThat(site.run(exchange, "fixups")).isEqualTo(Verdict.DECLINED);
        assertThat(exchange.notes.get("dir-index-names")).isEqualTo("a.html,b.html");
        assertThat(exchange.resource.handler()).isEqualTo("httpd/unix-directory");
        assertThat(exchange.replayable).isTrue();
    }

    @Test
    void carefulClientsAreNotRedirectedOnPost() throws Exception {
        Site site = site();
        TestExchange exchange = site.get("/full");
        exchange.request.method = "PROPFIND";
        exchange.environment.set("redirect-carefully", "1");
        assertThat(site.run(exchange, "fixups")).isEqualTo(Verdict.DECLINED);
    }

    @Test
    void redirectStatusMustBeARedirect() {
        assertThatThrownBy(() -> site().configure("DirectoryIndexRedirect 404"))
                .hasMessage("DirectoryIndexRedirect only accepts values between 300 and 399");
        assertThatThrownBy(() -> site().configure("DirectoryIndexRedirect maybe"))
                .hasMessage("DirectoryIndexRedirect ON|OFF|permanent|temp|seeother|3xx");
    }
}
