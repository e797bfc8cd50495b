package org.brood.modules.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;
import org.brood.api.AcceptPathInfo;
import org.brood.api.FileStatus;
import org.brood.api.Option;
import org.brood.api.ScriptRules;
import org.brood.api.Verdict;
import org.brood.modules.generators.cgi.CgiModule;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class CgiModuleTest {
    private static final long HUGE = 64L << 20;

    @TempDir
    Path root;

    private Site site;

    @BeforeEach
    void configure() throws Exception {
        Files.createDirectories(root.resolve("htdocs"));
        site = Site.at(root, CgiModule.cgi()).configure("ScriptLog script.log\nScriptLogBuffer 4");
    }

    private TestExchange script(String name, String text) throws Exception {
        Path file = root.resolve("htdocs/" + name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        site.file(file.toString(), new FileStatus(FileStatus.Kind.FILE, 1, 0, 1, 1, 0755, 0, 0, 0));
        TestExchange exchange = site.get("/" + name);
        exchange.options.add(Option.EXEC_CGI);
        return exchange;
    }

    private Verdict run(TestExchange exchange) throws Exception {
        Verdict verdict = site.hooks.handlers.get("cgi-script").run(exchange);
        if (verdict.isStatus()) {
            exchange.response.status(verdict.code());
        }
        return verdict;
    }

    /** A body of this many zero bytes that is never in memory. */
    private static InputStream zeros(long length) {
        AtomicLong left = new AtomicLong(length);
        return new InputStream() {
            @Override
            public int read() {
                return left.getAndDecrement() > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) {
                long now = left.get();
                int given = (int) Math.min(now, count);
                left.addAndGet(-given);
                return given == 0 ? -1 : given;
            }
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            echo Content-Type: text/plain; echo; echo hi                    | 200 | text/plain | hi+
            printf 'Content-Type: a/b\\r\\n\\r\\nx'                            | 200 | a/b        | x
            echo Status: 404 Nix; echo Content-Type: t/t; echo; echo no     | 404 | t/t        | no+
            echo Location: http://o/; echo                                  | 302 |            |
            echo Status: 303 See; echo Location: http://o/; echo; echo b    | 303 |            | b+
            exit 3                                                          | 500 |            |
            echo Content-Type: t/t                                          | 500 | t/t        |
            echo bad line; echo; echo x                                     | 500 |            |
            """)
    void headsDecideTheAnswer(String text, int status, String type, String body) throws Exception {
        TestExchange exchange = script("s", text);
        run(exchange);
        assertThat(exchange.response.status()).isEqualTo(status);
        assertThat(exchange.response.contentType()).isEqualTo(type);
        assertThat(exchange.response.text().replace('\n', '+')).isEqualTo(body == null ? "" : body);
        assertThat(exchange.replayable).isFalse();
    }

    @Test
    void localRedirectIsAnsweredInPlace() throws Exception {
        TestExchange exchange = script("s", "echo Location: /other?x; echo");
        assertThat(run(exchange)).isEqualTo(Verdict.OK);
        assertThat(exchange.redirectedTo).isEqualTo("GET /other?x");
    }

    @Test
    void aPostIsRedirectedAsAGetWithoutABody() throws Exception {
        TestExchange exchange = script("s", "echo Location: /other; echo");
        exchange.request.method = "POST";
        exchange.request.body("posted");
        exchange.request.fields.add("Content-Length", "6");
        run(exchange);
        assertThat(exchange.redirectedTo).isEqualTo("GET /other");
        assertThat(exchange.request.headers().contains("Content-Length")).isFalse();
        assertThat(exchange.environment.get("CONTENT_LENGTH")).isEqualTo("6");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200     | 200 |
            200 Yes | 200 | 200 Yes
            299     | 299 | `299 `
            600     | 600 | `600 `
            404Not  | 404 |
            99      | 99  | 500 Internal Server Error
            abc     | 0   | 500 Internal Server Error
            """)
    void anyStatusIsPassedOn(String said, int status, String line) throws Exception {
        TestExchange exchange = script("s", "echo Status: " + said + "; echo Content-Type: t/t; echo; echo x");
        run(exchange);
        assertThat(exchange.response.status()).isEqualTo(status);
        assertThat(exchange.response.statusLine()).isEqualTo(line);
        assertThat(exchange.response.text()).isEqualTo("x\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            If-None-Match       | "x"                           | GET  | 304
            If-None-Match       | "y"                           | GET  | 200
            If-None-Match       | "x"                           | POST | 200
            If-Match            | "y"                           | GET  | 412
            If-Modified-Since   | Thu, 29 Feb 2024 12:00:00 GMT | HEAD | 304
            If-Unmodified-Since | Thu, 29 Feb 2024 11:59:59 GMT | GET  | 412
            """)
    void conditionsAreHeldAgainstTheScriptsValidators(String field, String value, String method, int status)
            throws Exception {
        String head = "echo 'ETag: \"x\"'; echo Last-Modified: Thu, 29 Feb 2024 12:00:00 GMT; echo Content-Type: t/t; ";
        TestExchange exchange = script("s", head + "echo; echo x");
        exchange.request.method = method;
        exchange.request.fields.add(field, value);
        run(exchange);
        assertThat(exchange.response.status()).isEqualTo(status);
        assertThat(exchange.response.text()).isEqualTo(status == 200 ? "x\n" : "");
    }

    @Test
    void aScriptDoesNotFrameItsAnswer() throws Exception {
        TestExchange exchange =
                script("s", "echo Content-Length: 1; echo Transfer-Encoding: chunked; echo X: y; echo; echo more");
        run(exchange);
        assertThat(exchange.response.headers().isEmpty()).isTrue();
        assertThat(exchange.response.text()).isEqualTo("more\n");
    }

    @Test
    void cookiesComeLastAndApart() throws Exception {
        TestExchange exchange = script("s", "echo Set-Cookie: b; echo X: 1; echo Set-Cookie: c; echo X: 2; echo; echo");
        exchange.response.errorHeaders().add("Set-Cookie", "a");
        run(exchange);
        StringBuilder all = new StringBuilder();
        exchange.response.errorHeaders().forEach((name, value) -> all.append(name + "=" + value + ";"));
        assertThat(all).hasToString("X=1, 2;Set-Cookie=a;Set-Cookie=b;Set-Cookie=c;");
    }

    @Test
    void environmentIsThatOfTheStandard() throws Exception {
        TestExchange exchange = script("env", "echo Content-Type: t/t; echo; /usr/bin/env");
        exchange.resource.query("a=b");
        exchange.resource.uri("/env/more");
        exchange.resource.pathInfo("/more");
        exchange.request.target = "/env/more?a=b";
        exchange.request.fields.add("X-Some-Thing", "v");
        exchange.request.fields.add("X_Bad", "v");
        exchange.request.fields.add("Authorization", "Basic x");
        exchange.request.fields.add("Proxy", "evil");
        exchange.environment.set("MY-VAR", "mine");
        run(exchange);
        assertThat(exchange.response.text().lines())
                .contains(
                        "GATEWAY_INTERFACE=CGI/1.1",
                        "REQUEST_METHOD=GET",
                        "QUERY_STRING=a=b",
                        "REQUEST_URI=/env/more?a=b",
                        "SCRIPT_NAME=/env",
                        "PATH_INFO=/more",
                        "PATH_TRANSLATED=" + root + "/htdocs/more",
                        "SCRIPT_FILENAME=" + root + "/htdocs/env",
                        "DOCUMENT_ROOT=" + root + "/htdocs",
                        "SERVER_NAME=www.example.com",
                        "SERVER_PORT=80",
                        "REMOTE_ADDR=192.0.2.7",
                        "HTTP_X_SOME_THING=v",
                        "HTTP_HOST=www.example.com",
                        "MY_VAR=mine",
                        "PWD=" + root + "/htdocs")
                .noneMatch(line ->
                        line.startsWith("HTTP_PROXY") || line.contains("AUTHORIZATION") || line.contains("X_Bad"));
    }

    @Test
    void rulesOfCoreChangeVariables() throws Exception {
        TestExchange exchange = script("env", "echo Content-Type: t/t; echo; /usr/bin/env");
        ScriptRules rules = exchange.settings(ScriptRules.KEY);
        exchange.directory = exchange.directory.with(
                ScriptRules.KEY,
                rules.passingAuthorization(true).withCurrentUri(true).qualifyingRedirectUrl(true));
        exchange.request.target = "/first";
        exchange.request.fields.add("Authorization", "Basic x");
        exchange.previous = site.get("/first");
        run(exchange);
        assertThat(exchange.response.text().lines())
                .contains(
                        "HTTP_AUTHORIZATION=Basic x", "REQUEST_URI=/env", "REDIRECT_URL=http://www.example.com/first");
    }

    @Test
    void pathInfoIsRefusedWhereItIsOff() throws Exception {
        TestExchange exchange = script("s", "echo; echo x");
        exchange.resource.pathInfo("/more");
        exchange.directory = exchange.directory.with(AcceptPathInfo.KEY, AcceptPathInfo.OFF);
        run(exchange);
        assertThat(exchange.response.status()).isEqualTo(404);
    }

    @Test
    void hugeBodyStreamsThroughAScript() throws Exception {
        TestExchange exchange = script("wc", "echo Content-Type: t/t; echo; wc -c");
        exchange.request.method = "POST";
        exchange.request.stream = zeros(HUGE);
        run(exchange);
        assertThat(exchange.response.text().strip()).isEqualTo(String.valueOf(HUGE));
    }

    @Test
    void scriptThatFloodsWhileItsInputComesDoesNotBlock() throws Exception {
        TestExchange exchange = script("cat", "echo Content-Type: t/t; echo; cat");
        exchange.request.method = "POST";
        exchange.request.stream = zeros(4 << 20);
        run(exchange);
        assertThat(exchange.response.octets()).hasSize(4 << 20);
    }

    @Test
    void whatASlowScriptHasSaidIsSentAtOnce() throws Exception {
        Path gate = root.resolve("gate");
        TestExchange exchange = script(
                "slow",
                "echo Content-Type: t/t; echo; echo first; until [ -e " + gate + " ]; do sleep 0.01; done; echo last");
        exchange.response.filtered = new FilterOutputStream(exchange.response.filtered) {
            @Override
            public void flush() throws IOException {
                if (exchange.response.text().equals("first\n") && !Files.exists(gate)) {
                    Files.createFile(gate);
                }
            }
        };
        run(exchange);
        assertThat(exchange.response.text()).isEqualTo("first\nlast\n");
    }

    @Test
    void scriptThatIgnoresItsInputIsAnswered() throws Exception {
        TestExchange exchange = script("deaf", "exec <&-; echo Content-Type: t/t; echo; echo done");
        exchange.request.method = "POST";
        exchange.request.stream = zeros(8 << 20);
        run(exchange);
        assertThat(exchange.response.text()).isEqualTo("done\n");
    }

    @Test
    void errorsGoToTheErrorLog() throws Exception {
        TestExchange exchange = script("err", "echo Content-Type: t/t; echo; echo ouch >&2; printf end >&2");
        run(exchange);
        assertThat(exchange.logged)
                .contains(
                        "cgi:error AH01215: stderr from " + root + "/htdocs/err: ouch",
                        "cgi:error AH01215: stderr from " + root + "/htdocs/err: end");
    }

    @Test
    void hangingScriptEndsWithAllThatItStarted() throws Exception {
        site.configure("CGIScriptTimeout 300ms");
        TestExchange exchange = script("hang", "sleep 1000 & echo $! > " + root + "/pid; sleep 1000");
        run(exchange);
        assertThat(exchange.response.status()).isEqualTo(504);
        long background = Long.parseLong(Files.readString(root.resolve("pid")).strip());
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> ProcessHandle.of(background)
                                .filter(ProcessHandle::isAlive)
                                .isEmpty()
                        || isZombie(background));
    }

    private static boolean isZombie(long pid) throws Exception {
        Path stat = Path.of("/proc/" + pid + "/stat");
        return !Files.exists(stat) || Files.readString(stat).contains(") Z ");
    }

    @Test
    void failureIsWrittenToTheScriptLog() throws Exception {
        TestExchange exchange = script("bad", "cat >/dev/null; echo no header; echo x");
        exchange.request.method = "POST";
        exchange.request.body("posted");
        run(exchange);
        assertThat(Files.readString(root.resolve("script.log")))
                .contains("POST /bad HTTP/1.1\n%% 500 " + root
                        + "/htdocs/bad\n%request\nHost: www.example.com\n\npost\n%response\nno header\n");
    }

    @Test
    void wholeAnswersComeFromNphScripts() throws Exception {
        TestExchange exchange = script("nph-x", "printf 'HTTP/1.1 299 Odd\\r\\nX-A: b\\r\\n\\r\\nbody'");
        run(exchange);
        assertThat(exchange.response.text()).isEqualTo("HTTP/1.1 299 Odd\r\nX-A: b\r\n\r\nbody");
    }

    @Test
    void scriptsThatMayNotRunAreRefused() throws Exception {
        TestExchange noOption = script("a", "echo");
        noOption.options.clear();
        run(noOption);
        assertThat(noOption.response.status()).isEqualTo(403);
        TestExchange missing = site.get("/none");
        missing.options.add(Option.EXEC_CGI);
        run(missing);
        assertThat(missing.response.status()).isEqualTo(404);
        TestExchange plain = script("b", "echo");
        Files.setPosixFilePermissions(root.resolve("htdocs/b"), PosixFilePermissions.fromString("rw-r--r--"));
        run(plain);
        assertThat(plain.response.status()).isEqualTo(500);
    }

    @Test
    void queryWithoutEqualsSignIsArguments() throws Exception {
        TestExchange exchange = script("args", "echo Content-Type: t/t; echo; echo $# $1 $2");
        exchange.resource.query("one+t%77o");
        run(exchange);
        assertThat(exchange.response.text()).isEqualTo("2 one two\n");
    }
}
