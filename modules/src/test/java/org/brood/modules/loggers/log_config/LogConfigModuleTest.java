package org.brood.modules.loggers.log_config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogConfigModuleTest {

    private static TestExchange exchange(Site site) {
        TestExchange exchange = site.get("/a%20b?q=\"1\"");
        exchange.resource.uri("/a b");
        exchange.response.body(new org.brood.api.Body.Bytes("hello".getBytes(StandardCharsets.US_ASCII)));
        exchange.response.contentType("text/html; charset=utf-8");
        exchange.response.headers().add("Set-Cookie", "a=1");
        exchange.response.headers().add("Set-Cookie", "b=2");
        exchange.request.fields.add("User-Agent", "Mozilla \"x\"\\\n\u00e4");
        exchange.request.fields.add("Cookie", "x=1; Name = value ; y=2");
        exchange.environment.set("VAR", "value");
        exchange.notes.set("note", "noted");
        exchange.client.earlierRequests = 3;
        return exchange;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %h %l %u                | 192.0.2.7 - -
            %a %{c}a %A             | 192.0.2.7 192.0.2.7 192.0.2.1
            \\"%r\\"                  | "GET /a%20b?q=\\"1\\" HTTP/1.1"
            %m %U%q %H              | GET /a b?q=\\"1\\" HTTP/1.1
            %s %>s %b %B            | 200 200 5 5
            %f %R                   | /srv/htdocs/a%20b -
            %D %T %{ms}T %{us}T     | 2500000 2 2500 2500000
            %{sec}t %{msec}t        | 1700000000 1700000000123
            %{msec_frac}t %{usec_frac}t | 123 123456
            %{end:sec}t             | 1700000002
            %I %O %S %X %k          | 100 300 400 + 3
            %{User-Agent}i          | Mozilla \\"x\\"\\\\\\n\\xe4
            %{Content-Type}o %{Set-Cookie}o | text/html a=1, b=2
            %{none}i %{none}o       | - -
            %{VAR}e %{note}n        | value noted
            %{name}C %{none}C       | value -
            %v %V %p %{local}p %{remote}p | www.example.com www.example.com 80 80 50000
            %404,500s %!404s        | - 200
            %200,304{VAR}e          | value
            a%%b\\tc                 | a%b\tc
            %L %{x}^ti              | - -
            """)
    void itemsSayWhatTheManualSays(String format, String line) throws Exception {
        Site site = Site.of(new LogConfigModule())
                .configure("CustomLog logs/access \"" + format.replace("\"", "\"") + "\"");
        site.run(exchange(site), "logTransaction");
        site.hooks.exits.forEach(Runnable::run);
        assertThat(site.hooks.logged("/srv/logs/access")).isEqualTo(line + "\n");
    }

    @Test
    void timeOfTheRequestIsInTheCommonForm() throws Exception {
        Site site = Site.of(new LogConfigModule()).configure("CustomLog logs/access \"%t %{%Y-%m-%d}t\"");
        site.run(exchange(site), "logTransaction");
        site.hooks.exits.forEach(Runnable::run);
        assertThat(site.hooks.logged("/srv/logs/access"))
                .matches("\\[1[45]/Nov/2023:\\d\\d:\\d\\d:20 [+-]\\d{4}\\] 2023-11-1[45]\n");
    }

    @Test
    void nicknamesMayBeDefinedLater() throws Exception {
        Site site = Site.of(new LogConfigModule())
                .configure("CustomLog logs/a common\nTransferLog logs/b\nLogFormat \"%m\" common\nLogFormat common");
        site.run(exchange(site), "logTransaction");
        site.hooks.exits.forEach(Runnable::run);
        assertThat(site.hooks.logged("/srv/logs/a")).isEqualTo("GET\n");
        assertThat(site.hooks.logged("/srv/logs/b")).isEqualTo("GET\n");
    }

    @Test
    void conditionsChooseTheRequests() throws Exception {
        Site site = Site.of(new LogConfigModule())
                .configure("CustomLog logs/a %m env=VAR\nCustomLog logs/b %m env=!VAR\nBufferedLogs Off");
        site.run(exchange(site), "logTransaction");
        assertThat(site.hooks.logged("/srv/logs/a")).isEqualTo("GET\n");
        assertThat(site.hooks.logged("/srv/logs/b")).isEmpty();
    }

    @Test
    void redirectedRequestIsLoggedAsItCame() throws Exception {
        Site site = Site.of(new LogConfigModule()).configure("CustomLog logs/a \"%U %>U %s %>s\"\nBufferedLogs Off");
        TestExchange first = site.get("/first");
        first.response.status(404);
        TestExchange second = site.get("/error.html");
        second.previous = first;
        site.run(second, "logTransaction");
        assertThat(site.hooks.logged("/srv/logs/a")).isEqualTo("/first /error.html 404 200\n");
    }

    @Test
    void allTargetsAreNamedForOpening() throws Exception {
        LogConfigModule module = new LogConfigModule();
        Site site = Site.of(module).configure("CustomLog \"|/bin/cat >/dev/null\" common\nTransferLog /var/log/x");
        assertThat(module.logs(site.settings())).containsExactly("|/bin/cat >/dev/null", "/var/log/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LogFormat %y          | Unrecognized LogFormat directive %y
            LogFormat %{x         | Ran off end of LogFormat parsing args to some directive
            CustomLog a b env=    | missing environment variable name
            CustomLog a b x=      | error in condition clause
            """)
    void mistakesAreSaidInHttpdsWords(String configuration, String message) {
        assertThatThrownBy(() -> Site.of(new LogConfigModule()).configure(configuration))
                .hasMessage(message);
    }
}
