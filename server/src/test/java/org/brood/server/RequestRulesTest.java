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

/** What core makes of single requests, whatever the MPM: bodies that nobody wants, TRACE, links, names and ports. */
class RequestRulesTest {
    @TempDir
    Path root;

    private RunningServer start(String more) throws Exception {
        Path docs = Files.createDirectories(root.resolve("htdocs"));
        Files.writeString(docs.resolve("a.txt"), "hello\n");
        String base = "ServerRoot " + root + "\nServerName here\nDocumentRoot " + docs + "\n";
        return new RunningServer(new EventMpm(2), root, base + more, List.of());
    }

    private static String chunked(String target, String body) {
        return "POST " + target + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
    }

    @Test
    void aBrokenBodyIsRefusedThoughNobodyReadsIt() throws Exception {
        try (RunningServer server = start("")) {
            assertThat(server.exchange(chunked("/a.txt", "zz\r\n")))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("Connection: close\r\n")
                    .doesNotContain("Content-Length");
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 404", "11, 413"})
    void limitRequestBodyHoldsForLengthsAndChunks(int length, int status) throws Exception {
        String body = "x".repeat(length);
        try (RunningServer server = start("<Location /small>\nLimitRequestBody 10\n</Location>\n")) {
            assertThat(server.exchange("POST /small HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: "
                            + length + "\r\n\r\n" + body))
                    .startsWith("HTTP/1.1 " + status);
            String chunks = Integer.toHexString(length) + "\r\n" + body + "\r\n0\r\n\r\n";
            assertThat(server.exchange(
                            chunked("/small", chunks) + "GET /a.txt HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void aRequestBehindARefusedBodyIsNotAnswered() throws Exception {
        try (RunningServer server = start("LimitRequestBody 1\nLogLevel info\n")) {
            String second = "GET /a.txt HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
            assertThat(server.exchange(chunked("/a.txt", "2\r\nxx\r\n0\r\n\r\n") + second))
                    .startsWith("HTTP/1.1 413 ")
                    .doesNotContain("hello");
            assertThat(server.errorLog()).contains("[core:info]").contains("AH01591: the body is longer");
        }
    }

    @Test
    void extendedTraceGivesTheBodyBack() throws Exception {
        String request = "TRACE / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 4\r\n\r\nbody";
        try (RunningServer server = start("TraceEnable extended\n")) {
            assertThat(server.exchange(request)).contains("Content-Length: 4\r\n\r\nbody");
        }
        try (RunningServer server = start("TraceEnable On\n")) {
            assertThat(server.exchange(request)).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void traceThatIsOffAllowsNothing() throws Exception {
        try (RunningServer server = start("TraceEnable Off\n")) {
            assertThat(server.exchange("TRACE / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 405 ")
                    .contains("\r\nAllow: \r\n");
        }
    }

    @Test
    void allowIsSaidWhereTheAnswerIsThatRefusal() throws Exception {
        String put = "PUT /a.txt HTTP/1.0\r\n\r\n";
        try (RunningServer server = start("")) {
            assertThat(server.exchange(put)).startsWith("HTTP/1.1 405 ").contains("\r\nAllow: GET,POST,OPTIONS,HEAD");
        }
        try (RunningServer server = start("ErrorDocument 405 http://elsewhere/\n")) {
            assertThat(server.exchange(put)).startsWith("HTTP/1.1 302 ").doesNotContain("Allow: ");
        }
    }

    @Test
    void aLinkToNothingIsForbidden() throws Exception {
        try (RunningServer server = start("")) {
            Files.createSymbolicLink(root.resolve("htdocs/dangling"), root.resolve("htdocs/absent"));
            assertThat(server.exchange("GET /dangling HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403 ");
            assertThat(server.exchange("GET /absent HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 404 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UseCanonicalName Off,   UseCanonicalPhysicalPort Off, Asked,    asked Port 80",
        "UseCanonicalName Off,   UseCanonicalPhysicalPort Off, Asked:81, asked Port 81",
        "UseCanonicalName Off,   UseCanonicalPhysicalPort On,  Asked,    asked Port SOCKET",
        "UseCanonicalName On,    UseCanonicalPhysicalPort Off, Asked:81, here Port 80",
        "UseCanonicalName On,    UseCanonicalPhysicalPort On,  Asked:81, here Port SOCKET",
        "ServerName named:99,    UseCanonicalPhysicalPort On,  Asked:81, asked Port 81",
        "ServerName named:99,    UseCanonicalName Off,         Asked,    asked Port 99",
        "ServerName named:99,    UseCanonicalName On,          Asked:81, named Port 99"
    })
    void namesItselfAsUseCanonicalNameWants(String first, String second, String host, String said) throws Exception {
        try (RunningServer server = start("ServerSignature On\n" + first + "\n" + second + "\n")) {
            assertThat(server.exchange("GET /none HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .contains("Server at " + said.replace("SOCKET", Integer.toString(server.port())) + "</address>");
        }
    }

    @Test
    void aHostInTheTargetTakesThePlaceOfTheField() throws Exception {
        try (RunningServer server = start("TraceEnable On\n")) {
            assertThat(server.exchange("TRACE http://Named:81/ HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n"))
                    .contains("\r\nHost: named:81\r\n")
                    .doesNotContain("other");
        }
    }

    @Test
    void anErrorDocumentElsewhereIsARedirect() throws Exception {
        String more = "ErrorDocument 404 http://elsewhere/\n";
        try (RunningServer server = start(more)) {
            assertThat(server.exchange("GET /none HTTP/1.0\r\n\r\n"))
                    .startsWith("HTTP/1.1 302 Found\r\n")
                    .contains("\r\nLocation: http://elsewhere/\r\nContent-Length: ");
        }
    }

    @Test
    void redirectsInCirclesEnd() throws Exception {
        String circle = "ErrorDocument 404 /none\nLimitInternalRecursion 4\n";
        try (RunningServer server = start(circle)) {
            assertThat(server.exchange("GET /none HTTP/1.0\r\n\r\n"))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("Additionally, a 404 Not Found");
        }
    }

    @Test
    void contentDigestIsTheMd5OfTheFile() throws Exception {
        try (RunningServer server = start("ContentDigest On\n")) {
            for (int i = 0; i < 2; i++) {
                assertThat(server.exchange("GET /a.txt HTTP/1.0\r\n\r\n"))
                        .contains("\r\nContent-MD5: sZRqySSS0jR8YjW00mERhA==\r\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"On, 200", "Off, 404", "Default, 404"})
    void filesTakePathInfoOnlyWhereTheyAreTold(String word, int status) throws Exception {
        try (RunningServer server = start("AcceptPathInfo " + word + "\n")) {
            assertThat(server.exchange("GET /a.txt/more HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 " + status + " ");
        }
    }
}
