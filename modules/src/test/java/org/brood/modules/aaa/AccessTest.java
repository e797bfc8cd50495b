package org.brood.modules.aaa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brood.api.Verdict;
import org.brood.modules.aaa.access_compat.AccessCompatModule;
import org.brood.modules.aaa.authz_core.AuthzCoreModule;
import org.brood.modules.aaa.authz_host.AuthzHostModule;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

    private static Site site(String lines) throws Exception {
        return Site.of(new AuthzCoreModule(AuthzHostModule.providers()), new AccessCompatModule())
                .configure("<Location />\n" + lines.replace("; ", "\n") + "\n</Location>");
    }

    /** The client is 192.0.2.7, the method GET, VAR is set. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Require all granted                                              | 0
            Require all denied                                               | 403
            Require ip 192.0.2.7                                             | 0
            Require ip 192.0.2                                               | 0
            Require ip 192.0.2.0/24 10.0.0.0/8                               | 0
            Require ip 10.0.0.0/8 2001:db8::/32                              | 403
            Require ip 192.0.0.0/255.255.0.0                                 | 0
            Require local                                                    | 403
            Require method GET POST                                          | 0
            Require method HEAD                                              | 0
            Require method POST                                              | 403
            Require env VAR                                                  | 0
            Require env NONE                                                 | 403
            Require expr %{REQUEST_METHOD} == 'GET'                          | 0
            Require expr "%{REMOTE_ADDR} == '10.0.0.1'"                      | 403
            Require all denied; Require ip 192.0.2.7                         | 0
            <RequireAll>; Require all granted; Require not ip 192.0.2.7; </RequireAll> | 403
            <RequireAll>; Require all granted; Require not ip 10; </RequireAll>        | 0
            <RequireAll>; Require all granted; <RequireNone>; Require env VAR; </RequireNone>; </RequireAll> | 403
            <RequireAll>; <RequireAny>; Require env A; Require env VAR; </RequireAny>; Require method GET; </RequireAll> | 0
            <RequireAll>; Require env VAR; Require env NONE; </RequireAll>   | 403
            <Limit POST>; Require all denied; </Limit>                       | 0
            <Limit GET>; Require all denied; </Limit>                        | 403
            <LimitExcept GET>; Require all denied; </LimitExcept>            | 0
            """)
    void requirementsDecide(String lines, int status) throws Exception {
        Site site = site(lines);
        TestExchange exchange = site.get("/");
        exchange.environment.set("VAR", "1");
        Verdict verdict = site.run(exchange, "accessCheckerEx");
        assertThat(verdict.code()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Order allow,deny                                    | 403
            Order deny,allow                                    | 0
            Order allow,deny; Allow from all                    | 0
            Order allow,deny; Allow from all; Deny from 192.0.2 | 403
            Order deny,allow; Deny from all; Allow from 192.0.2.0/24 | 0
            Order mutual-failure; Allow from all                | 0
            Order mutual-failure; Deny from all                 | 403
            Order allow,deny; Allow from env=VAR                | 0
            Order allow,deny; Allow from env=!VAR               | 403
            Order deny,allow; Deny from 10.0.0.0/8 192.0.2.7    | 403
            <Limit POST>; Order allow,deny; </Limit>            | 0
            """)
    void orderAllowAndDenyDecide(String lines, int status) throws Exception {
        Site site = site(lines);
        TestExchange exchange = site.get("/");
        exchange.environment.set("VAR", "1");
        assertThat(site.run(exchange, "accessChecker").code()).isEqualTo(status);
    }

    @Test
    void denialIsLoggedWithTheFile() throws Exception {
        Site site = site("Require all denied");
        TestExchange exchange = site.get("/x");
        site.run(exchange, "accessCheckerEx");
        assertThat(exchange.logged)
                .contains("authz_core:error AH01630: client denied by server configuration: /srv/htdocs/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Require all maybe         | Argument for 'Require all' must be 'granted' or 'denied'
            Require wizards           | Unknown Authz provider: wizards
            Require not ip 10         | negative Require directive has no effect in <RequireAny> directive
            Require ip                | 'require ip' requires an argument
            Require ip 1.2.3.400      | ip address '1.2.3.400' appears to be invalid
            Require method BLAH       | Invalid Method 'BLAH'
            Order x                   | unknown order
            Allow to all              | allow and deny must be followed by 'from'
            Deny from 10/x            | An IP address was expected
            Satisfy none              | Satisfy either 'any' or 'all'.
            <RequireAll>; </RequireAll> | <RequireAll> directive contains no authorization directives
            <RequireAll>; Require not ip 10; </RequireAll> | <RequireAll> directive contains only negative authorization directives
            """)
    void mistakesAreSaidInHttpdsWords(String lines, String message) {
        assertThatThrownBy(() -> site(lines)).hasMessage(message);
    }
}
