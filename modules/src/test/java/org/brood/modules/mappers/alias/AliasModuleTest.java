package org.brood.modules.mappers.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasModuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Alias /icons/ "/usr/share/icons/"         | /icons/a.gif   | /usr/share/icons/a.gif
            Alias /icons/ "/usr/share/icons/"         | /icons         | /srv/htdocs/icons
            Alias /icons /usr/share/icons             | /iconsX        | /srv/htdocs/iconsX
            Alias /icons /usr/share/icons             | /icons         | /usr/share/icons
            Alias /icons/ /usr/share/icons/           | //icons///x    | /usr/share/icons/x
            Alias /rel relative                       | /rel/x         | /srv/relative/x
            AliasMatch ^/~([^/]+)(/.*)? /home/$1/web$2 | /~joe/a.html  | /home/joe/web/a.html
            AliasMatch /x(y)? /z$1\\$1                 | /x             | /z$1
            ScriptAlias /cgi-bin/ /usr/lib/cgi-bin/   | /cgi-bin/env   | /usr/lib/cgi-bin/env
            """)
    void aliasesMapPathsToFiles(String configuration, String target, String file) throws Exception {
        Site site = Site.of(new AliasModule()).configure(configuration);
        TestExchange exchange = site.get(target);
        site.run(exchange, "translateName");
        assertThat(exchange.resource.filename()).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Redirect /a http://other.example.com/b        | /a/c d?x=1 | 302 | http://other.example.com/b/c%20d?x=1
            Redirect /a http://other.example.com/b?y=2    | /a?x=1     | 302 | http://other.example.com/b?y=2
            Redirect /a /b                                | /a/c       | 302 | http://www.example.com/b/c
            Redirect permanent /a /b                      | /a         | 301 | http://www.example.com/b
            Redirect seeother /a /b                       | /a         | 303 | http://www.example.com/b
            Redirect 307 /a /b                            | /a         | 307 | http://www.example.com/b
            Redirect gone /a                              | /a/x       | 410 |
            Redirect 404 /a                               | /a         | 404 |
            RedirectPermanent /a /b                       | /a         | 301 | http://www.example.com/b
            RedirectTemp /a /b                            | /a         | 302 | http://www.example.com/b
            RedirectMatch ^/(.*)\\.gif$ http://o/$1.png    | /a b.gif   | 302 | http://o/a%20b.png
            RedirectMatch gone ^/old                      | /old/x     | 410 |
            RedirectMatch /p(.*) /q$1?k=v#f               | /px        | 302 | http://www.example.com/qx?k=v#f
            """)
    void redirectsSayWhereItIs(String configuration, String target, int status, String location) throws Exception {
        Site site = Site.of(new AliasModule()).configure(configuration);
        TestExchange exchange = site.get(target);
        site.run(exchange, "translateName");
        assertThat(exchange.response.status()).isEqualTo(status);
        assertThat(exchange.response.headers().get("Location")).isEqualTo(location);
        assertThat(exchange.replayable).isTrue();
    }

    @Test
    void redirectsOfASectionWorkInTheFixups() throws Exception {
        Site site = Site.of(new AliasModule()).configure("<Directory /srv>\nRedirect /a /b\n</Directory>");
        TestExchange exchange = site.get("/a/x");
        site.run(exchange, "translateName");
        assertThat(exchange.response.status()).isEqualTo(200);
        site.run(exchange, "fixups");
        assertThat(exchange.response.headers().get("Location")).isEqualTo("http://www.example.com/b/x");
    }

    @Test
    void locationMayLeaveOutThePath() throws Exception {
        Site site = Site.of(new AliasModule())
                .configure("<Location /there>\nAlias /else/where\nAliasPreservePath On\n</Location>");
        TestExchange exchange = site.get("/there/x");
        site.run(exchange, "translateName");
        assertThat(exchange.resource.filename()).isEqualTo("/else/where/x");
    }

    @Test
    void relativeRedirectIsLeftAlone() throws Exception {
        Site site = Site.of(new AliasModule()).configure("RedirectRelative On\nRedirect /a /b");
        TestExchange exchange = site.get("/a");
        site.run(exchange, "translateName");
        assertThat(exchange.response.headers().get("Location")).isEqualTo("/b");
    }

    @Test
    void scriptAliasChoosesTheHandler() throws Exception {
        Site site = Site.of(new AliasModule()).configure("ScriptAlias /cgi-bin/ /usr/lib/cgi-bin/");
        TestExchange exchange = site.get("/cgi-bin/env");
        site.run(exchange, "translateName");
        assertThat(exchange.resource.handler()).isEqualTo("cgi-script");
        assertThat(exchange.notes.get("alias-forced-type")).isEqualTo("cgi-script");
        assertThat(exchange.resource.contextPrefix()).isEqualTo("/cgi-bin/");
    }

    @Test
    void overlappingAliasesAreWarnedOf() throws Exception {
        Site site = Site.of(new AliasModule()).configure("ScriptAlias /a /x\nAlias /a/b /y");
        assertThat(site.warnings)
                .containsExactly("AH00671: The Alias directive in /etc/httpd.conf at line 2 will probably "
                        + "never match because it overlaps an earlier ScriptAlias.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Redirect nonsense /a /b | Redirect: invalid first argument (of three)
            Redirect /a             | URL to redirect to is missing
            Redirect /a b           | Redirect to non-URL
            Redirect gone /a /b     | Redirect URL not valid for this status
            RedirectMatch ( /b      | Regular expression could not be compiled.
            Alias /a                | Alias must have two arguments when used globally
            """)
    void mistakesAreSaidInHttpdsWords(String configuration, String message) {
        assertThatThrownBy(() -> Site.of(new AliasModule()).configure(configuration))
                .hasMessage(message);
    }

    @Test
    void targetsOfASectionAreExpressions() throws Exception {
        Site site = Site.of(new AliasModule()).configure("<Location /x>\nAlias /files/%{env:WHAT}.html\n</Location>");
        TestExchange exchange = site.get("/x");
        exchange.environment.set("WHAT", "seven");
        site.run(exchange, "translateName");
        assertThat(exchange.resource.filename()).isEqualTo("/files/seven.html");
        site = Site.of(new AliasModule())
                .configure("<Location /x>\nRedirect 303 http://o/%{env:WHAT}?%{REQUEST_METHOD}\n</Location>");
        exchange = site.get("/x");
        exchange.environment.set("WHAT", "a b");
        site.run(exchange, "translateName");
        assertThat(exchange.response.headers().get("Location")).isEqualTo("http://o/a%20b?GET");
        assertThat(exchange.response.status()).isEqualTo(303);
    }
}
