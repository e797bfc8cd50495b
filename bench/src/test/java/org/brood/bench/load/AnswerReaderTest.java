package org.brood.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private final AnswerReader reader = new AnswerReader();

    /** Feeds a byte at a time and says after how many the answer was whole, or -1. */
    private int wholeAfter(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int index = 0; index < bytes.length; index++) {
            if (reader.feed(new byte[] {bytes[index]}, 1)) {
                return index + 1;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
            })
    void isWholeWithItsLastByteAndNotBefore(String answer) {
        assertThat(wholeAfter(answer)).isEqualTo(answer.length());
        byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        reader.reset();
        assertThat(reader.feed(bytes, bytes.length)).isTrue();
    }

    @Test
    void withoutALengthTheEndOfTheConnectionEndsIt() {
        assertThat(wholeAfter("HTTP/1.1 200 OK\r\n\r\nhello")).isEqualTo(-1);
        assertThat(reader.end()).isTrue();
    }

    @Test
    void anAnswerCutShortIsNotWhole() {
        assertThat(wholeAfter("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"))
                .isEqualTo(-1);
        assertThat(reader.end()).isFalse();
        assertThat(reader.begun()).isTrue();
    }

    @Test
    void knowsStatusAndWhetherTheConnectionCloses() {
        wholeAfter("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        assertThat(reader.status()).isEqualTo(404);
        assertThat(reader.closes()).isTrue();
        reader.reset();
        assertThat(reader.begun()).isFalse();
        assertThat(reader.closes()).isFalse();
    }
}
