package org.brood.modules.filters.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.brood.api.OutputFilter;
import org.brood.conf.ConfigurationException;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeflateModuleTest {
    private static final String TEXT = "All work and no play. ".repeat(100);

    private final Site site = Site.of(new DeflateModule());
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private TestExchange asking(String accept) {
        TestExchange exchange = site.get("/a.html");
        exchange.request.fields.add("Accept-Encoding", accept);
        exchange.response.contentType("text/html");
        exchange.response.headers().set("Content-Length", Integer.toString(TEXT.length()));
        exchange.response.headers().set("ETag", "\"1-2\"");
        return exchange;
    }

    private OutputStream insert(TestExchange exchange, long length) throws IOException {
        OutputFilter filter = site.hooks.filters.get("DEFLATE");
        assertThat(filter).isNotNull();
        return java.util.Objects.requireNonNull(filter).insert(exchange, length, sent);
    }

    private String deflated(TestExchange exchange) throws IOException {
        OutputStream filtered = insert(exchange, TEXT.length());
        assertThat(filtered).isNotSameAs(sent);
        filtered.write(TEXT.getBytes(StandardCharsets.US_ASCII));
        filtered.close();
        return inflated();
    }

    private String inflated() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private void assertLeftAlone(TestExchange exchange, long length) throws IOException {
        assertThat(insert(exchange, length)).isSameAs(sent);
        assertThat(exchange.response.headers().get("Content-Encoding")).isNull();
        assertThat(exchange.response.headers().get("ETag")).isEqualTo("\"1-2\"");
    }

    @Test
    void compressesAndSaysSo() throws IOException {
        TestExchange exchange = asking("gzip");
        assertThat(deflated(exchange)).isEqualTo(TEXT);
        assertThat(sent.size()).isLessThan(100);
        assertThat(exchange.response.headers().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(exchange.response.headers().get("Vary")).isEqualTo("Accept-Encoding");
        assertThat(exchange.response.headers().get("ETag")).isEqualTo("\"1-2-gzip\"");
        assertThat(exchange.response.headers().get("Content-Length")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                    | true",
                "GZip                    | true",
                "deflate, gzip;q=0.5     | true",
                "br;q=1, gzip ; q=0.001  | true",
                "gzip;q=0                | false",
                "gzip;q=0.0              | false",
                "gzip;q=0.000            | false",
                "deflate                 | false",
                "*                       | false",
                "x-gzip                  | false",
                "identity                | false"
            })
    void compressesForThoseOnlyWhoAcceptGzip(String accept, boolean compresses) throws IOException {
        TestExchange exchange = asking(accept);
        assertThat(insert(exchange, TEXT.length()) != sent).isEqualTo(compresses);
        assertThat(exchange.response.headers().get("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void leavesTheSmallAlone() throws IOException {
        assertLeftAlone(asking("gzip"), 68);
        assertThat(asking("gzip").response.headers().get("Vary")).isNull();
        assertThat(insert(asking("gzip"), 69)).isNotSameAs(sent);
        assertThat(insert(asking("gzip"), OutputFilter.UNKNOWN)).isNotSameAs(sent);
    }

    @Test
    void leavesAloneWhatTheEnvironmentProtects() throws IOException {
        TestExchange never = asking("gzip");
        never.environment.set("no-gzip", "1");
        assertLeftAlone(never, 1000);
        TestExchange htmlOnly = asking("gzip");
        htmlOnly.environment.set("gzip-only-text/html", "1");
        htmlOnly.response.contentType("text/css");
        assertLeftAlone(htmlOnly, 1000);
        htmlOnly.response.contentType("text/html; charset=utf-8");
        assertThat(insert(htmlOnly, 1000)).isNotSameAs(sent);
    }

    @Test
    void forceGzipNeedsNoAcceptEncoding() throws IOException {
        TestExchange exchange = asking("identity");
        exchange.environment.set("force-gzip", "1");
        assertThat(deflated(exchange)).isEqualTo(TEXT);
    }

    @Test
    void leavesPartsAndEmptyAnswersAlone() throws IOException {
        TestExchange part = asking("gzip");
        part.response.headers().set("Content-Range", "bytes 0-1/3");
        assertLeftAlone(part, 1000);
        TestExchange empty = asking("gzip");
        empty.response.status(204);
        assertLeftAlone(empty, OutputFilter.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, x-compress"})
    void leavesAloneWhatIsEncodedAlready(String encoding) throws IOException {
        TestExchange exchange = asking("gzip");
        exchange.resource.contentEncoding(encoding);
        assertThat(insert(exchange, 1000)).isSameAs(sent);
        assertThat(exchange.resource.contentEncoding()).isEqualTo(encoding);
    }

    @Test
    void identityIsNoEncoding() throws IOException {
        TestExchange exchange = asking("gzip");
        exchange.resource.contentEncoding("identity");
        assertThat(deflated(exchange)).isEqualTo(TEXT);
        assertThat(exchange.response.headers().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(exchange.resource.contentEncoding()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"NoChange, \"1-2\"", "AddSuffix, \"1-2-gzip\"", "Remove,"})
    void theTagChangesAsConfigured(String change, String tag) throws Exception {
        site.configure("DeflateAlterETag " + change);
        TestExchange exchange = asking("gzip");
        deflated(exchange);
        assertThat(exchange.response.headers().get("ETag")).isEqualTo(tag);
    }

    @Test
    void aFlushLetsTheReaderSeeAllThatWasWritten() throws IOException {
        OutputStream filtered = insert(asking("gzip"), OutputFilter.UNKNOWN);
        filtered.write("first".getBytes(StandardCharsets.US_ASCII));
        filtered.flush();
        byte[] seen = new byte[5];
        GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray()));
        assertThat(in.readNBytes(seen, 0, 5)).isEqualTo(5);
        assertThat(new String(seen, StandardCharsets.US_ASCII)).isEqualTo("first");
        filtered.write(" second".getBytes(StandardCharsets.US_ASCII));
        filtered.close();
        assertThat(inflated()).isEqualTo("first second");
    }

    @Test
    void notesTellHowWellItWent() throws Exception {
        site.configure("DeflateFilterNote ratio\nDeflateFilterNote Input in\nDeflateFilterNote Output out\n"
                + "DeflateCompressionLevel 9\nDeflateBufferSize 7");
        TestExchange exchange = asking("gzip");
        assertThat(deflated(exchange)).isEqualTo(TEXT);
        int out = sent.size() - 18;
        assertThat(exchange.notes.get("in")).isEqualTo("2200");
        assertThat(exchange.notes.get("out")).isEqualTo(Integer.toString(out));
        assertThat(exchange.notes.get("ratio")).isEqualTo(Integer.toString(out * 100 / 2200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DeflateCompressionLevel 0 | Compression Level must be between 1 and 9",
                "DeflateWindowSize 16      | DeflateWindowSize must be between 1 and 15",
                "DeflateMemLevel x         | DeflateMemLevel must be between 1 and 9",
                "DeflateBufferSize -1      | DeflateBufferSize should be positive",
                "DeflateFilterNote a b     | Unknown note type a",
                "DeflateAlterETag yes      | DeflateAlterETAG accepts only 'NoChange', 'AddSuffix', and 'Remove'"
            })
    void mistakesAreToldInHttpdsWords(String line, String complaint) {
        assertThatThrownBy(() -> site.configure(line))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(complaint);
    }
}
