package org.brood.modules.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brood.api.timeout.ReadLimit;
import org.brood.api.timeout.RequestReadTimeout;
import org.brood.modules.filters.reqtimeout.ReqTimeoutModule;
import org.brood.modules.metadata.expires.ExpiresModule;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiresModuleTest {

    /** The request came at 1700000000, the file is of 1970. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ExpiresDefault A60                          | max-age=60   | Tue, 14 Nov 2023 22:14:20 GMT
            ExpiresDefault M60                          | max-age=0    | Tue, 14 Nov 2023 22:13:20 GMT
            ExpiresDefault "access plus 1 min 2 secs"   | max-age=62   | Tue, 14 Nov 2023 22:14:22 GMT
            ExpiresDefault "now 1 day"                  | max-age=86400 | Wed, 15 Nov 2023 22:13:20 GMT
            ExpiresByType text/html A5                  | max-age=5    | Tue, 14 Nov 2023 22:13:25 GMT
            ExpiresByType text/* A6                     | max-age=6    | Tue, 14 Nov 2023 22:13:26 GMT
            ExpiresByType image/gif A5                  |              |
            """)
    void lifetimesBecomeFields(String line, String control, String expires) throws Exception {
        Site site = Site.of(new ExpiresModule()).configure("ExpiresActive On\n" + line);
        TestExchange exchange = site.file("/srv/htdocs/a").get("/a");
        exchange.response.contentType("text/html; charset=utf-8");
        site.run(exchange, "beforeResponse");
        assertThat(exchange.response.headers().get("Cache-Control")).isEqualTo(control);
        assertThat(exchange.response.headers().get("Expires")).isEqualTo(expires);
        assertThat(exchange.replayable).isEqualTo(control == null);
    }

    @Test
    void errorsGetNoLifetime() throws Exception {
        Site site = Site.of(new ExpiresModule()).configure("ExpiresActive On\nExpiresDefault A60");
        TestExchange exchange = site.get("/a");
        exchange.response.status(404);
        site.run(exchange, "beforeResponse");
        assertThat(exchange.response.headers().get("Expires")).isNull();
    }

    @Test
    void badCodesAreRefused() {
        assertThatThrownBy(() -> Site.of(new ExpiresModule()).configure("ExpiresDefault \"now plus x days\""))
                .hasMessage("'ExpiresDefault now plus x days': bad expires code, numeric value expected <num> 'x'");
    }

    @Test
    void readTimeoutsAreReadByStage() throws Exception {
        Site site = Site.of(new ReqTimeoutModule()).configure("RequestReadTimeout header=10-30,MinRate=1 body=0");
        RequestReadTimeout limits = site.settings().get(RequestReadTimeout.KEY);
        assertThat(limits.header()).isEqualTo(new ReadLimit(10, 30, 1));
        assertThat(limits.body().unlimited()).isTrue();
        assertThatThrownBy(() -> Site.of(new ReqTimeoutModule()).configure("RequestReadTimeout header=10-30"))
                .hasMessage("RequestReadTimeout: header=10-30: Must set MinRate option if using timeout range");
    }
}
