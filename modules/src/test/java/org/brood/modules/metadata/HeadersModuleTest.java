package org.brood.modules.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brood.modules.metadata.env.EnvModule;
import org.brood.modules.metadata.headers.HeadersModule;
import org.brood.modules.metadata.setenvif.SetEnvIfModule;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersModuleTest {

    private static TestExchange exchange(Site site) {
        TestExchange exchange = site.get("/a?q");
        exchange.response.headers().add("X", "one, two");
        exchange.response.headers().add("Y", "why");
        exchange.response.contentType("text/html");
        exchange.request.fields.add("TS-a", "1");
        exchange.request.fields.add("User-Agent", "Test/1.2");
        exchange.environment.set("VAR", "value");
        return exchange;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Header set X new                     | X: new+Y: why
            Header set: X new                    | first argument
            Header add X new                     | X: one, two+Y: why+X: new
            Header append X new                  | X: one, two, new+Y: why
            Header merge X two                   | X: one, two+Y: why
            Header merge X three                 | X: one, two, three+Y: why
            Header unset X                       | Y: why
            Header setifempty X new              | X: one, two+Y: why
            Header setifempty Z new              | X: one, two+Y: why+Z: new
            Header echo ^TS                      | X: one, two+Y: why+TS-a: 1
            Header edit X o 0                    | Y: why+X: 0ne, two
            Header edit* X o 0                   | Y: why+X: 0ne, tw0
            Header edit X (\\w+),(.*) "$2 $1"     | Y: why+X:  two one
            Header set Z "%{VAR}e %{NONE}e %%"   | X: one, two+Y: why+Z: value (null) %
            Header set Z v env=VAR               | X: one, two+Y: why+Z: v
            Header set Z v env=!VAR              | X: one, two+Y: why
            Header set Z v "expr=%{REQUEST_URI} == '/a'" | X: one, two+Y: why+Z: v
            Header set Z "expr=%{REQUEST_URI}"   | X: one, two+Y: why+Z: /a
            Header set Z: v                      | X: one, two+Y: why+Z: v
            """)
    void answerFieldsChange(String line, String expected) throws Exception {
        if (expected.startsWith("first argument")) {
            assertThatThrownBy(() -> Site.of(new HeadersModule()).configure(line))
                    .hasMessageContaining(expected);
            return;
        }
        Site site = Site.of(new HeadersModule()).configure(line);
        TestExchange exchange = exchange(site);
        site.run(exchange, "beforeResponse");
        assertThat(exchange.response.headers().toString().strip().replace("\n", "+"))
                .isEqualTo(expected);
        assertThat(exchange.replayable).isTrue();
    }

    @Test
    void errorPagesKeepOnlyWhatIsSetAlways() throws Exception {
        Site site = Site.of(new HeadersModule()).configure("Header set A 1\nHeader always set B 2");
        TestExchange exchange = site.get("/");
        exchange.response.errorPage = true;
        site.run(exchange, "beforeResponse");
        assertThat(exchange.response.headers().toString()).isEmpty();
        assertThat(exchange.response.errorHeaders().toString()).isEqualTo("B: 2\n");
    }

    @Test
    void contentTypeFollowsItsField() throws Exception {
        Site site = Site.of(new HeadersModule()).configure("Header edit Content-Type html plain");
        TestExchange exchange = exchange(site);
        site.run(exchange, "beforeResponse");
        assertThat(exchange.response.contentType()).isEqualTo("text/plain");
    }

    @Test
    void requestFieldsChangeEarlyOrInTheFixups() throws Exception {
        Site site = Site.of(new HeadersModule())
                .configure("RequestHeader set A early early\nRequestHeader edit User-Agent Test Best");
        TestExchange exchange = exchange(site);
        site.run(exchange, "postReadRequest");
        assertThat(exchange.request.header("A")).isEqualTo("early");
        assertThat(exchange.request.header("User-Agent")).isEqualTo("Test/1.2");
        site.run(exchange, "fixups");
        assertThat(exchange.request.header("User-Agent")).isEqualTo("Best/1.2");
    }

    @Test
    void timeInAHeaderIsNeverReplayed() throws Exception {
        Site site = Site.of(new HeadersModule()).configure("Header set T \"%D %t\"");
        TestExchange exchange = exchange(site);
        site.run(exchange, "beforeResponse");
        assertThat(exchange.response.headers().get("T")).isEqualTo("D=2500000 t=1700000000123456");
        assertThat(exchange.replayable).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Header set X                    | Header requires three arguments
            Header edit X a                 | Header edit requires a match and a substitution
            Header set X %y                 | Unrecognized header format %y
            Header set X v w                | Unknown parameter: w
            RequestHeader echo X            | Header echo only valid on Header directives
            Header a b c d e f              | Header has too many arguments
            """)
    void mistakesAreSaidInHttpdsWords(String line, String message) {
        assertThatThrownBy(() -> Site.of(new HeadersModule()).configure(line)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SetEnvIf User-Agent ^Test/(.*) V=$1     | V  | 1.2
            SetEnvIf user-agent test V              | V  |
            SetEnvIfNoCase user-agent test V        | V  | 1
            BrowserMatch Test V=x !VAR              | VAR |
            SetEnvIf Request_URI ^/a$ V             | V  | 1
            SetEnvIf Remote_Addr ^192 V             | V  | 1
            SetEnvIf Request_Method GET V           | V  | 1
            SetEnvIf VAR ^val V=yes                 | V  | yes
            SetEnvIf ^TS-[ab] . V                   | V  | 1
            SetEnvIf None ^$ V                      | V  | 1
            SetEnvIfExpr "%{REQUEST_URI} =~ m#^/(.)#" V=$1 | V | a
            """)
    void variablesFollowTheRequest(String line, String name, String value) throws Exception {
        Site site = Site.of(new SetEnvIfModule()).configure(line);
        TestExchange exchange = exchange(site);
        site.run(exchange, "postReadRequest");
        assertThat(exchange.environment.get(name)).isEqualTo(value);
    }

    @Test
    void setEnvGivesAndUnsetEnvTakes() throws Exception {
        Site site =
                Site.of(new EnvModule()).configure("SetEnv A 1\nSetEnv B\nSetEnv C 3\nUnsetEnv C\nPassEnv PATH NoNe");
        TestExchange exchange = site.get("/");
        site.run(exchange, "fixups");
        assertThat(exchange.environment.get("A")).isEqualTo("1");
        assertThat(exchange.environment.get("B")).isEmpty();
        assertThat(exchange.environment.get("C")).isNull();
        assertThat(exchange.environment.get("PATH")).isEqualTo(System.getenv("PATH"));
        assertThat(site.warnings).containsExactly("AH01506: PassEnv variable NoNe was undefined");
    }
}
