package org.brood.protocol.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.brood.protocol.http.DateStamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadWriterTest {
    private final ResponseHeadWriter writer = new ResponseHeadWriter(16);

    private String written() {
        return new String(writer.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void writesHeadsInHttpdsOrder() {
        KeepAlive keepAlive = new KeepAlive(true, 5000, 100);
        writer.begin(200)
                .date(new DateStamp(), 784111777)
                .field("Server", "Brood")
                .field("Content-Length", 45)
                .connection(KeepAlive.Verdict.KEEP_AND_SAY, keepAlive, 0)
                .field("Content-Type", "text/html")
                .end();
        assertThat(written())
                .isEqualTo(
                        "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nServer: Brood\r\nContent-Length: 45\r\n"
                                + "Keep-Alive: timeout=5, max=100\r\nConnection: Keep-Alive\r\nContent-Type: text/html\r\n\r\n");
    }

    @Test
    void keptHeadsCanBeDatedAnew() {
        writer.begin(404).date(new DateStamp(), 0).end();
        byte[] head = writer.toByteArray();
        new DateStamp().write(784111777, head, writer.dateOffset());
        assertThat(new String(head, StandardCharsets.ISO_8859_1))
                .isEqualTo("HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x", "a\nb", "a\u0000", "a\u0001b", "\u007f", "\u0100"})
    void refusesToSplitAHead(String value) {
        writer.begin(200);
        assertThatThrownBy(() -> writer.field("X", value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.begin(200, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r", "\u00e9"})
    void refusesNamesThatAreNoTokens(String name) {
        assertThatThrownBy(() -> writer.begin(200).field(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "10", "1234567890123", "9223372036854775807"})
    void writesNumbers(long number) {
        writer.begin(200).field("N", number);
        assertThat(written()).isEqualTo("HTTP/1.1 200 OK\r\nN: " + number + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "15,f", "16,10", "4096,1000", "9223372036854775807,7fffffffffffffff"})
    void writesChunkSizesInShortestHex(long size, String hex) {
        byte[] out = new byte[ChunkedCoding.LONGEST_SIZE_LINE];
        int end = ChunkedCoding.sizeLine(size, out, 0);
        assertThat(new String(out, 0, end, StandardCharsets.ISO_8859_1)).isEqualTo(hex + "\r\n");
    }
}
