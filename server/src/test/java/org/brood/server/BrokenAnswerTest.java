package org.brood.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;
import org.brood.mpm.event.EventMpm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of a handler that fails. */
class BrokenAnswerTest {
    @TempDir
    Path root;

    /** Writes a word, sends it or not, and then does what the path says. */
    private static final class Failing implements Module {
        @Override
        public String name() {
            return "failing_module";
        }

        @Override
        public String source() {
            return "mod_failing.c";
        }

        @Override
        public List<DirectiveSpec> directives() {
            return List.of();
        }

        @Override
        public void register(Hooks hooks) {
            hooks.handler("failing", Failing::handle);
        }

        private static Verdict handle(Exchange exchange) throws java.io.IOException {
            if (exchange.resource().uri().startsWith("/unfit")) {
                exchange.response().errorHeaders().set("X", "a\u0001b");
            }
            OutputStream out = exchange.response().stream();
            out.write("begun".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            if (exchange.resource().uri().endsWith("sent")) {
                out.flush();
            }
            if (exchange.resource().uri().startsWith("/unfit")) {
                return Verdict.OK;
            }
            if (exchange.resource().uri().startsWith("/throws")) {
                throw new IllegalStateException("as asked");
            }
            exchange.request().body().readAllBytes();
            return Verdict.status(500);
        }
    }

    private String ask(String path) throws Exception {
        String configuration =
                "ServerRoot " + root + "\nServerName here\nDocumentRoot " + root + "\nSetHandler failing\n";
        try (RunningServer server = new RunningServer(new EventMpm(2), root, configuration, List.of(new Failing()))) {
            return server.exchange("POST " + path + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/throws", "/reads"})
    void whatHasNotBegunToLeaveIsReplacedByAnErrorPage(String path) throws Exception {
        assertThat(ask(path))
                .startsWith(path.equals("/throws") ? "HTTP/1.1 500 " : "HTTP/1.1 400 ")
                .doesNotContain("begun")
                .endsWith("</body></html>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/throws/sent", "/reads/sent"})
    void whatHasBegunEndsWithoutALastChunk(String path) throws Exception {
        assertThat(ask(path)).startsWith("HTTP/1.1 200 ").endsWith("\r\n5\r\nbegun\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unfit", "/unfit/sent"})
    void aFieldThatWouldBreakTheHeadIsAnError(String path) throws Exception {
        assertThat(ask(path))
                .startsWith("HTTP/1.1 500 ")
                .contains("Connection: close")
                .doesNotContain("begun")
                .endsWith("</body></html>\n");
    }
}
