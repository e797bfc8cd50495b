package org.brood.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brood.mpm.event.EventMpm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which virtual host takes a request. The page of each says its name. */
class HostChoiceTest {
    private static final String HOSTS = """
            <VirtualHost *:*>
            ServerName first
            DocumentRoot @first
            </VirtualHost>
            <VirtualHost *:*>
            ServerName second
            ServerAlias other *.wild
            ServerPath /second
            DocumentRoot @second
            </VirtualHost>
            """;

    @TempDir
    Path root;

    private RunningServer start(String more) throws Exception {
        for (String name : List.of("main", "first", "second", "second/second")) {
            Files.writeString(Files.createDirectories(root.resolve(name)).resolve("who"), name.substring(0, 4));
        }
        String base = "ServerRoot " + root + "\nServerName main\nDocumentRoot @main\n";
        return new RunningServer(new EventMpm(2), root, (base + more).replace("@", root + "/"), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'Host: first', /who, firs",
        "'Host: SECOND:99', /who, seco",
        "'Host: other', /who, seco",
        "'Host: a.b.Wild', /who, seco",
        "'Host: main', /who, firs",
        "'Host: unknown', /who, firs",
        "'X: no host', /who, firs",
        "'X: no host', /second/who, seco"
    })
    void nameOrPathChooseTheHost(String field, String target, String who) throws Exception {
        try (RunningServer server = start(HOSTS)) {
            assertThat(server.exchange("GET " + target + " HTTP/1.0\r\n" + field + "\r\n\r\n"))
                    .endsWith("\r\n\r\n" + who);
        }
    }

    @Test
    void strictHostCheckRefusesNamesThatNobodyHas() throws Exception {
        try (RunningServer server = start("StrictHostCheck On\n" + HOSTS)) {
            assertThat(server.exchange("GET /who HTTP/1.0\r\nHost: second\r\n\r\n"))
                    .endsWith("seco");
            assertThat(server.exchange("GET /who HTTP/1.0\r\nHost: unknown\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ");
            assertThat(server.exchange("GET /who HTTP/1.0\r\n\r\n")).endsWith("firs");
            assertThat(server.errorLog())
                    .contains("AH10157: Requested hostname 'unknown' did not match any ServerName");
        }
    }

    @Test
    void strictHostCheckHoldsForTheMainServerToo() throws Exception {
        try (RunningServer server = start("StrictHostCheck On\n")) {
            assertThat(server.exchange("GET /who HTTP/1.0\r\nHost: Main\r\n\r\n"))
                    .endsWith("main");
            assertThat(server.exchange("GET /who HTTP/1.0\r\nHost: unknown\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void locationsSeeMergedSlashesAndTheirPatternsSeeAll() throws Exception {
        String more = """
                MergeSlashes Off
                <Location /second/who>
                FileETag None
                </Location>
                <LocationMatch ^/second//who>
                ForceType a/b
                </LocationMatch>
                DocumentRoot @second
                """;
        try (RunningServer server = start(more)) {
            assertThat(server.exchange("GET /second//who HTTP/1.0\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("Content-Type: a/b")
                    .doesNotContain("ETag");
            assertThat(server.exchange("GET /second/who HTTP/1.0\r\n\r\n"))
                    .doesNotContain("a/b")
                    .doesNotContain("ETag");
        }
    }
}
