package org.brood.protocol.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static List<String> story(String octets) {
        return Conversation.of(Http1Rules.DEFAULTS, false, Escapes.decode(octets));
    }

    @Test
    void pipelinedRequestsEndWhereTheyEnd() {
        assertThat(
                        story(
                                "POST /a HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: 3\\r\\n\\r\\nabcGET /b HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n"))
                .containsExactly(
                        "POST /a HTTP/1.1 host=h",
                        "field Host: h",
                        "field Content-Length: 3",
                        "body abc",
                        "GET /b HTTP/1.1 host=h",
                        "field Host: h",
                        "idle");
    }

    @Test
    void chunksAndTrailersAreTakenApart() {
        assertThat(story("POST / HTTP/1.1\\r\\nHost: h\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n"
                        + "3\\r\\nabc\\r\\n0A;x=y\\r\\n0123456789\\r\\n0\\r\\nX-Sum: 1\\r\\n\\r\\n"))
                .containsExactly(
                        "POST / HTTP/1.1 host=h",
                        "field Host: h",
                        "field Transfer-Encoding: chunked",
                        "body abc0123456789",
                        "trailer X-Sum: 1",
                        "idle");
    }

    @Test
    void nothingBehindARejectedRequestIsARequest() {
        assertThat(story("GET / HTTP/1.1\\r\\nHost : h\\r\\n\\r\\nGET /b HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n"))
                .containsExactly("reject 400 FIELD_NAME_INVALID");
    }

    @Test
    void foldedValuesBecomeOneLine() {
        assertThat(
                        story(
                                "GET / HTTP/1.1\\r\\nHost: h\\r\\nFoo: Bar  \\r\\n \\t Baz\\r\\n\\tQux\\r\\nEnd: 1\\r\\n\\r\\n"))
                .contains("field Foo: Bar Baz Qux", "field End: 1", "idle");
    }
}
