package org.brood.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.OutputFilter;
import org.brood.api.Verdict;
import org.brood.mpm.event.EventMpm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What filters see and do, with one that turns small letters into capitals for those who ask for it. */
final class OutputFilterTest {
    private static final String ASKS = "GET %s HTTP/1.1\r\nHost: a\r\nX-Case: upper\r\nConnection: close\r\n%s\r\n";
    private static final String ASKS_NOT = "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @TempDir
    Path root;

    private final AtomicInteger filtered = new AtomicInteger();

    @BeforeEach
    void files() throws IOException {
        file("small.txt", "small");
        file("large.txt", "x".repeat(100_000));
    }

    private void file(String name, String text) throws IOException {
        Path file = Files.writeString(root.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_577_836_800)));
    }

    private RunningServer server() throws Exception {
        String configuration = "DocumentRoot " + root
                + "\nSetOutputFilter UPPER\n<Location /written>\nSetHandler written\n</Location>\n";
        return new RunningServer(new EventMpm(2), root, configuration, List.of(new Upper()));
    }

    @Test
    void aFilteredFileThatStaysSmallHasALengthAndRanges() throws Exception {
        try (RunningServer server = server()) {
            assertThat(server.exchange(ASKS.formatted("/small.txt", "")))
                    .contains("Content-Length: 5\r\n", "X-Filtered: 5\r\n")
                    .endsWith("\r\n\r\nSMALL");
            assertThat(server.exchange(ASKS.formatted("/small.txt", "Range: bytes=1-2\r\n")))
                    .startsWith("HTTP/1.1 206 ")
                    .contains("Content-Range: bytes 1-2/5\r\n")
                    .endsWith("\r\n\r\nMA");
        }
    }

    @Test
    void aFilteredFileThatIsLargeLeavesInChunks() throws Exception {
        try (RunningServer server = server()) {
            String answer = server.exchange(ASKS.formatted("/large.txt", ""));
            assertThat(answer)
                    .contains("Transfer-Encoding: chunked\r\n")
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n0\r\n\r\n");
            assertThat(answer.chars().filter(c -> c == 'X').count()).isGreaterThanOrEqualTo(100_000);
        }
    }

    @Test
    void whereNoFilterWantsItAFileIsSentAsEver() throws Exception {
        try (RunningServer server = server()) {
            assertThat(server.exchange(ASKS_NOT.formatted("/large.txt")))
                    .contains("Content-Length: 100000\r\n")
                    .endsWith("x".repeat(100_000));
            assertThat(filtered).hasValue(0);
        }
    }

    @Test
    void aRememberedAnswerIsGivenToThoseOnlyWhoAskedForItsFilters() throws Exception {
        try (RunningServer server = server()) {
            for (int i = 0; i < 3; i++) {
                assertThat(server.exchange(ASKS.formatted("/small.txt", ""))).endsWith("SMALL");
                assertThat(server.exchange(ASKS_NOT.formatted("/small.txt"))).endsWith("small");
            }
            assertThat(filtered).hasValue(1);
        }
    }

    @Test
    void whatAHandlerWritesIsFilteredWholeOrAsItGoes() throws Exception {
        try (RunningServer server = server()) {
            assertThat(server.exchange(ASKS.formatted("/written", "")))
                    .contains("Content-Length: 7\r\n")
                    .endsWith("\r\n\r\nWRITTEN");
            assertThat(server.exchange(ASKS.formatted("/written?flush", "")))
                    .contains("Transfer-Encoding: chunked\r\n")
                    .endsWith("7\r\nWRITTEN\r\n0\r\n\r\n");
        }
    }

    @Test
    void anErrorPageIsNotFiltered() throws Exception {
        try (RunningServer server = server()) {
            assertThat(server.exchange(ASKS.formatted("/nowhere", ""))).contains("<title>404 Not Found</title>");
            assertThat(server.exchange(ASKS.formatted("/written?fail", "")))
                    .startsWith("HTTP/1.1 500 ")
                    .contains("<title>500 Internal Server Error</title>")
                    .doesNotContain("written");
        }
    }

    /** The filter, and a handler that writes. */
    private final class Upper implements Module, OutputFilter {
        @Override
        public String name() {
            return "upper_module";
        }

        @Override
        public String source() {
            return "mod_upper.c";
        }

        @Override
        public boolean replayable() {
            return true;
        }

        @Override
        public void register(Hooks hooks) {
            hooks.outputFilter("UPPER", this);
            hooks.handler("written", Upper::write);
        }

        private static Verdict write(Exchange exchange) throws IOException {
            String query = String.valueOf(exchange.resource().query());
            OutputStream out = exchange.response().stream();
            out.write("written".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            if (query.equals("flush")) {
                out.flush();
            }
            if (query.equals("fail")) {
                throw new IllegalStateException("as asked");
            }
            return Verdict.OK;
        }

        @Override
        public OutputStream insert(Exchange exchange, long length, OutputStream next) {
            if (exchange.request().header("X-Case") == null) {
                return next;
            }
            filtered.incrementAndGet();
            exchange.response().headers().remove("Content-Length");
            exchange.response().headers().set("X-Filtered", Long.toString(length));
            return new FilterOutputStream(next) {
                @Override
                public void write(int octet) throws IOException {
                    next.write(Character.toUpperCase(octet));
                }

                @Override
                public void close() throws IOException {
                    next.close();
                }
            };
        }
    }
}
