package org.brood.modules.mappers.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.brood.api.FileStatus;
import org.brood.api.Option;
import org.brood.api.Verdict;
import org.brood.conf.ConfigurationException;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RewriteModuleTest {
    private final Site site = Site.of(new RewriteModule()).file("/srv/htdocs/there.txt");

    private TestExchange translated(String target, String rules) throws Exception {
        site.configure("RewriteEngine on\n" + rules.replace(" ; ", "\n"));
        TestExchange exchange = site.get(target);
        exchange.resource.filename(null);
        exchange.request.fields.add("User-Agent", "Test/1.0");
        site.run(exchange, "translateName");
        return exchange;
    }

    private static String result(TestExchange exchange) {
        String location = exchange.response.headers().get("Location");
        String name = location == null ? String.valueOf(exchange.resource.filename()) : location;
        String query = exchange.resource.query();
        String whole = location != null || query == null ? name : name + "?" + query;
        return exchange.response.status() == 200 ? whole : exchange.response.status() + " " + whole;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/a      | RewriteRule ^/a$ /b                                    | /srv/htdocs/b",
                "/a      | RewriteRule ^/x$ /b                                    | null",
                "/a      | RewriteRule !^/x$ /b                                   | /srv/htdocs/b",
                "/A      | RewriteRule ^/a$ /b [NC]                               | /srv/htdocs/b",
                "/a/1    | RewriteRule ^/a/(.)$ /b/$1?n=$1                        | /srv/htdocs/b/1?n=1",
                "/a?q=1  | RewriteRule ^/a$ /b                                    | /srv/htdocs/b?q=1",
                "/a?q=1  | RewriteRule ^/a$ /b?                                   | /srv/htdocs/b",
                "/a?q=1  | RewriteRule ^/a$ /b?r=2 [QSA]                          | /srv/htdocs/b?r=2&q=1",
                "/a?q=1  | RewriteRule ^/a$ /b [QSD]                              | /srv/htdocs/b",
                "/a      | RewriteRule ^/a$ b                                     | /srv/htdocs/b",
                "/a      | RewriteRule ^/a$ /b ; RewriteRule ^/b$ /c              | /srv/htdocs/c",
                "/a      | RewriteRule ^/a$ /b [L] ; RewriteRule ^/b$ /c          | /srv/htdocs/b",
                "/a      | RewriteRule ^/a$ /b [S=1] ; RewriteRule . /c ; RewriteRule ^/b$ /d | /srv/htdocs/d",
                "/x      | RewriteRule ^/a$ /b [C] ; RewriteRule . /c             | null",
                "/aaa    | RewriteRule ^/(b*)a(.*)$ /$1b$2 [N]                    | /srv/htdocs/bbb",
                "/a      | RewriteRule ^/a$ - [F]                                 | 403 /a",
                "/a      | RewriteRule ^/a$ - [G]                                 | 410 /a",
                "/a      | RewriteRule ^/a$ - [R=404]                             | 404 /a",
                "/a b    | RewriteRule ^/(.*)$ /b [R]                             | 302 http://www.example.com/b",
                "/a?q=1  | RewriteRule ^/a$ /b%20c [R=301]                        | 301 http://www.example.com/b0c?q=1",
                "/a?q=1  | RewriteRule ^/a$ /b\\%20c [R=301,NE]                   | 301 http://www.example.com/b%20c?q=1",
                "/a      | RewriteRule ^/a$ http://other.example/b                | 302 http://other.example/b",
                "/a      | RewriteRule ^/a$ http://www.example.com/b              | /srv/htdocs/b",
                "/a      | RewriteRule ^/a$ http://other.example/ [P]             | 403 proxy:http://other.example/",
                "/x&y    | RewriteRule ^/(.*)$ /b?n=$1 [B]                        | /srv/htdocs/b?n=x%26y",
                "/a      | RewriteRule ^/a$ /${up:%{REQUEST_METHOD}} ; RewriteMap up int:tolower | /srv/htdocs/get"
            })
    void aServersRules(String target, String rules, String expected) throws Exception {
        assertThat(result(translated(target, rules))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "%{REQUEST_METHOD} ^GET$                       | true",
                "%{REQUEST_METHOD} !^GET$                      | false",
                "%{REQUEST_METHOD} ^get$ [NC]                  | true",
                "%{REQUEST_METHOD} =GET                        | true",
                "%{REQUEST_METHOD} =get                        | false",
                "%{REQUEST_METHOD} <POST                       | true",
                "%{REQUEST_METHOD} >=GET                       | true",
                "%{HTTP_USER_AGENT} ^Test                      | true",
                "%{HTTP:Accept} =\"\"                          | true",
                "/srv/htdocs/there.txt -f                      | true",
                "/srv/htdocs/nothing -f                        | false",
                "/srv/htdocs/nothing !-d                       | true",
                "/srv/htdocs/there.txt -s                      | true",
                "5 -lt6                                        | true",
                "5 -ge6                                        | false",
                "5 -ne6                                        | true",
                "5 !-ne6                                       | false",
                "expr \"%{REQUEST_METHOD} == 'GET'\"           | true",
                "a ^b$ [OR] ; RewriteCond a ^a$                | true",
                "a ^a$ [OR] ; RewriteCond a ^b$                | true",
                "a ^a$ ; RewriteCond a ^b$                     | false",
                "a ^b$ [OR] ; RewriteCond a ^c$                | false",
                "a ^a$ [OR] ; RewriteCond a ^b$ ; RewriteCond x y | false"
            })
    void conditions(String condition, boolean holds) throws Exception {
        TestExchange exchange = translated("/a", "RewriteCond " + condition + " ; RewriteRule ^/a$ /b");
        assertThat(exchange.resource.filename()).isEqualTo(holds ? "/srv/htdocs/b" : null);
    }

    @Test
    void aHeaderThatDecidedStandsInVary() throws Exception {
        String condition = "RewriteCond %{HTTP_USER_AGENT} ^Test";
        assertThat(translated("/a", condition + " ; RewriteRule . /b")
                        .response
                        .headers()
                        .get("Vary"))
                .isEqualTo("User-Agent");
        assertThat(translated("/a", condition + " [NV] ; RewriteRule . /b")
                        .response
                        .headers()
                        .get("Vary"))
                .isNull();
    }

    @Test
    void capturesOfTheLastConditionCanBeUsed() throws Exception {
        String rules =
                "RewriteCond %{HTTP_USER_AGENT} ^(\\w+)/(.) ; RewriteRule ^/(.) /$1-%1-%2 [E=SEEN:%1,E=GONE:x,E=!GONE]";
        TestExchange exchange = translated("/a", rules);
        assertThat(exchange.resource.filename()).isEqualTo("/srv/htdocs/a-Test-1");
        assertThat(exchange.environment.get("SEEN")).isEqualTo("Test");
        assertThat(exchange.environment.get("GONE")).isNull();
    }

    @Test
    void aPathThatBeginsWithAFolderOfTheSystemIsAFiles() throws Exception {
        site.folder("/opt");
        assertThat(result(translated("/a", "RewriteRule ^/a$ /opt/data"))).isEqualTo("/opt/data");
        assertThat(result(translated("/opt/x", "RewriteRule ^/(.*)$ /$1"))).isEqualTo("/srv/htdocs/opt/x");
    }

    @Test
    void passThroughLeavesTheMappingToOthers() throws Exception {
        TestExchange exchange = translated("/a", "RewriteRule ^/a$ /b [PT]");
        assertThat(exchange.resource.uri()).isEqualTo("/b");
        assertThat(exchange.resource.filename()).isNull();
    }

    @Test
    void aQuestionMarkFromACaptureIsNoQuery() throws Exception {
        assertThat(result(translated("/a%3fb", "RewriteRule ^/(.*)$ /x"))).isEqualTo("/srv/htdocs/x");
        TestExchange exchange = site.get("/a");
        exchange.resource.uri("/a?b");
        exchange.resource.filename(null);
        site.configure("RewriteEngine on\nRewriteRule ^/(.*)$ /x/$1");
        assertThat(site.run(exchange, "translateName")).isEqualTo(Verdict.status(403));
    }

    @Test
    void typeAndHandlerAreForcedInTheirPhase() throws Exception {
        TestExchange exchange = translated("/a", "RewriteRule ^/a$ - [T=text/X-odd,H=my-Handler]");
        site.run(exchange, "typeChecker");
        assertThat(exchange.response.contentType()).isEqualTo("text/x-odd");
        assertThat(exchange.resource.handler()).isEqualTo("my-handler");
    }

    @Test
    void cookiesAreSetOnce() throws Exception {
        TestExchange exchange = translated(
                "/a",
                "RewriteRule . - [CO=n:v:.example.com:10:/p:secure:1:lax] ; RewriteRule . - [CO=n:w:.example.com]");
        assertThat(exchange.response.errorHeaders().all("Set-Cookie"))
                .containsExactly("n=v; path=/p; domain=.example.com; expires=Tue, 14-Nov-2023 22:23:20 GMT; secure; "
                        + "HttpOnly; SameSite=lax");
    }

    @ParameterizedTest
    @CsvSource({"key, value", "other, none", "key#, none"})
    void textMapsAreFiles(String key, String expected, @TempDir Path folder) throws Exception {
        Path map = Files.writeString(folder.resolve("map.txt"), "# key comment\nkey value more\nkey second\n");
        TestExchange exchange =
                translated("/" + key, "RewriteMap m txt:" + map + " ; RewriteRule ^/(.*) /${m:$1|none}");
        assertThat(exchange.resource.filename()).isEqualTo("/srv/htdocs/" + expected);
    }

    @Test
    void programMapsAnswerLineByLine(@TempDir Path folder) throws Exception {
        Path program = folder.resolve("map");
        Files.writeString(
                program, "#!/bin/sh\nwhile read key; do [ $key = x ] && echo NULL || echo \"<$key>\"; done\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String rules = "RewriteMap m prg:" + program + " ; RewriteRule ^/(.) /${m:$1|none}-${m:y}";
        assertThat(translated("/x", rules).resource.filename()).isEqualTo("/srv/htdocs/none-<y>");
        assertThat(translated("/z", rules).replayable).isFalse();
    }

    @Test
    void aPlacesRulesSeeThePathBelowItAndRedirectInside() throws Exception {
        site.configure("<Directory /srv/htdocs/>\nRewriteEngine on\nRewriteRule ^(.*)\\.old$ $1.new?x=1 [E=DONE:1]\n"
                + "</Directory>");
        TestExchange exchange = site.get("/dir/a.old");
        exchange.options.add(Option.FOLLOW_SYM_LINKS);
        site.run(exchange, "fixups");
        assertThat(exchange.resource.filename()).isEqualTo("redirect:/dir/a.new");
        site.hooks.handlers.get("redirect-handler").run(exchange);
        assertThat(exchange.redirectedTo).isEqualTo("GET /dir/a.new?x=1");
        TestExchange other = site.get("/dir/a.txt");
        other.options.add(Option.FOLLOW_SYM_LINKS);
        assertThat(site.run(other, "fixups")).isEqualTo(Verdict.DECLINED);
        assertThat(other.resource.filename()).isEqualTo("/srv/htdocs/dir/a.txt");
    }

    @Test
    void rewriteBaseReplacesThePlacesName() throws Exception {
        site.configure("<Directory /srv/htdocs/dir/>\nRewriteEngine on\nRewriteBase /base\nRewriteRule ^a$ b\n"
                + "RewriteRule ^r$ t [R]\n</Directory>");
        TestExchange exchange = site.get("/dir/a");
        exchange.options.add(Option.FOLLOW_SYM_LINKS);
        site.run(exchange, "fixups");
        assertThat(exchange.resource.filename()).isEqualTo("redirect:/base/b");
        TestExchange redirected = site.get("/dir/r");
        redirected.options.add(Option.FOLLOW_SYM_LINKS);
        site.run(redirected, "fixups");
        assertThat(redirected.response.headers().get("Location")).isEqualTo("http://www.example.com/base/t");
    }

    @Test
    void rulesOfPlacesNeedLinksToBeAllowed() throws Exception {
        site.configure("<Directory /srv/htdocs/>\nRewriteEngine on\nRewriteRule a b\n</Directory>");
        assertThat(site.run(site.get("/a"), "fixups")).isEqualTo(Verdict.status(403));
    }

    @Test
    void endKeepsRulesFromWhatARedirectLeadsTo() throws Exception {
        TestExchange first = translated("/a", "RewriteRule ^/a$ /b [END] ; RewriteRule ^/b$ /c");
        assertThat(first.resource.filename()).isEqualTo("/srv/htdocs/b");
        TestExchange second = site.get("/b");
        second.resource.filename(null);
        second.previous = first;
        assertThat(site.run(second, "translateName")).isEqualTo(Verdict.DECLINED);
    }

    @ParameterizedTest
    @CsvSource({"'', /b", "Inherit, /b1", "InheritBefore, /c"})
    void aVirtualHostInheritsWhatItsOptionsSay(String option, String expected) throws Exception {
        RewriteSettings outer =
                RewriteSettings.SERVER.initial().with(rule("^/(a)$ /c")).with(rule("^/b$ /b1"));
        RewriteSettings inner = RewriteSettings.SERVER.initial().with(rule("^/a$ /b"));
        if (!option.isEmpty()) {
            inner = inner.with(org.brood.modules.mappers.rewrite.Option.of(option));
        }
        RewriteSettings merged = RewriteSettings.SERVER.merge(outer, inner);
        TestExchange exchange = site.configure("").get("/a");
        exchange.resource.filename("/a");
        new RuleSet(merged.rules(), merged.maps(), new Run(exchange, "")).apply();
        assertThat(exchange.resource.filename()).isEqualTo(expected);
    }

    private static Rule rule(String line) throws ConfigurationException {
        return new RuleReader().read(line, java.util.List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "RewriteRule a               | RewriteRule: bad argument line 'a'",
                "RewriteRule ( b             | RewriteRule: cannot compile regular expression '('",
                "RewriteRule a b [ZZ]        | RewriteRule: unknown flag 'ZZ'",
                "RewriteRule a b L           | RewriteRule: bad flag delimiters",
                "RewriteRule a b [R=999]     | RewriteRule: invalid HTTP response code '999' for flag 'R'",
                "RewriteCond a ( [NC]        | RewriteCond: cannot compile regular expression '('",
                "RewriteCond a b [XX]        | RewriteCond: unknown flag 'XX'",
                "RewriteBase /a              | RewriteBase: only valid in per-directory config files",
                "RewriteOptions What         | RewriteOptions: unknown option 'What'",
                "RewriteMap m int:none       | RewriteMap: internal map not found:none",
                "RewriteMap m dbm:file       | RewriteMap: maps of the kind dbm: are not there"
            })
    void mistakesAreToldInHttpdsWords(String line, String complaint) {
        assertThatThrownBy(() -> site.configure(line))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void anEndlessLoopEndsWithAnError() throws Exception {
        TestExchange exchange = translated("/a", "RewriteRule ^/a$ /a [N=5]");
        assertThat(exchange.response.status()).isEqualTo(500);
        assertThat(exchange.logged.getLast()).contains("AH02596").contains("maximum number of rounds (5)");
    }

    @Test
    void linksAreTestedThemselves() throws Exception {
        site.file("/l", new FileStatus(FileStatus.Kind.SYMBOLIC_LINK, 0, 0, 1, 1, 0777, 0, 0, 0));
        assertThat(translated("/a", "RewriteCond /l -l ; RewriteRule . /b")
                        .resource
                        .filename())
                .isEqualTo("/srv/htdocs/b");
    }
}
