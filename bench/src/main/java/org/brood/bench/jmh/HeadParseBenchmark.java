package org.brood.bench.jmh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.brood.protocol.http.ProtocolViolation;
import org.brood.protocol.http1.Http1Rules;
import org.brood.protocol.http1.RequestHead;
import org.brood.protocol.http1.RequestHeadParser;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a request head costs: our parser, and jetty-http's {@code HttpParser} with a handler that only counts, on a bare head and on one
 * that a browser sends. Both parsers are kept and reused, as their servers do.
 */
@State(Scope.Thread)
public class HeadParseBenchmark {
    private static final byte[] BARE = octets("GET /index.html HTTP/1.1\r\nHost: localhost:8080\r\n\r\n");
    private static final byte[] BROWSER = octets("""
            GET /articles/2026/11/a-page.html?from=front HTTP/1.1
            Host: www.example.com
            Connection: keep-alive
            sec-ch-ua: "Chromium";v="142", "Not_A Brand";v="99"
            sec-ch-ua-mobile: ?0
            sec-ch-ua-platform: "Linux"
            Upgrade-Insecure-Requests: 1
            User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8
            Sec-Fetch-Site: none
            Sec-Fetch-Mode: navigate
            Sec-Fetch-User: ?1
            Sec-Fetch-Dest: document
            Accept-Encoding: gzip, deflate, br, zstd
            Accept-Language: en-GB,en;q=0.9

            """.replace("\n", "\r\n"));

    private final byte[] buffer = new byte[8192];
    private final ByteBuffer jettyBuffer = ByteBuffer.allocate(8192);
    private final RequestHeadParser parser = new RequestHeadParser(Http1Rules.DEFAULTS);
    private final Counter counter = new Counter();
    private final HttpParser jetty = new HttpParser(counter, HttpCompliance.RFC9110);

    @Benchmark
    public int bare() throws ProtocolViolation {
        return parse(BARE);
    }

    @Benchmark
    public int browser() throws ProtocolViolation {
        return parse(BROWSER);
    }

    @Benchmark
    public int bareByJetty() {
        return parseByJetty(BARE);
    }

    @Benchmark
    public int browserByJetty() {
        return parseByJetty(BROWSER);
    }

    /** Both parsers are given fresh octets, as a read from a socket would give them. */
    private int parse(byte[] head) throws ProtocolViolation {
        System.arraycopy(head, 0, buffer, 0, head.length);
        int taken = parser.parse(buffer, 0, head.length);
        RequestHead request = parser.head();
        if (taken != head.length) {
            throw new IllegalStateException("parsed " + taken + " of " + head.length);
        }
        return request.fields().size() + request.hostLength() + request.pathLength();
    }

    private int parseByJetty(byte[] head) {
        jettyBuffer.clear();
        jettyBuffer.put(head).flip();
        jetty.reset();
        counter.fields = 0;
        if (!jetty.parseNext(jettyBuffer) || jettyBuffer.hasRemaining()) {
            throw new IllegalStateException("jetty left " + jettyBuffer.remaining());
        }
        return counter.fields;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Counter implements HttpParser.RequestHandler {
        private int fields;

        @Override
        public void startRequest(String method, String uri, HttpVersion version) {
            fields++;
        }

        @Override
        public void parsedHeader(HttpField field) {
            fields++;
        }

        @Override
        public boolean headerComplete() {
            return true;
        }

        @Override
        public boolean content(ByteBuffer item) {
            return false;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            return true;
        }

        @Override
        public void earlyEOF() {}
    }
}
