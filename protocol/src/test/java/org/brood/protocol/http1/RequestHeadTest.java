package org.brood.protocol.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.brood.protocol.http.Field;
import org.brood.protocol.http.Method;
import org.brood.protocol.http.ProtocolViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadTest {
    private final RequestHeadParser parser = new RequestHeadParser(Http1Rules.DEFAULTS);

    private RequestHead parse(byte[] octets) throws ProtocolViolation {
        assertThat(parser.parse(octets, 0, octets.length)).isEqualTo(octets.length);
        return parser.head();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            GET /a/b,                          /a/b, none
            GET /a?b=c?d,                      /a,   b=c?d
            GET /?,                            /,    ''
            GET ///a//b?x,                     /a//b, x
            GET //evil.example/x,              /evil.example/x, none
            GET http://h/x/y?z,                /x/y, z
            GET http://h,                      /,    none
            GET http://h?q,                    /,    q
            OPTIONS http://h,                  *,    none
            OPTIONS *,                         *,    none
            CONNECT h:1,                       /,    none
            """)
    void targetsAreTakenApart(String start, String path, String query) throws ProtocolViolation {
        RequestHead head = parse(Escapes.decode(start + " HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n"));
        assertThat(head.pathText()).isEqualTo(path);
        assertThat(head.queryText()).isEqualTo(query);
        assertThat(head.hasQuery()).isEqualTo(query != null);
        assertThat(head.targetText()).isEqualTo(start.substring(start.indexOf(' ') + 1));
        assertThat(head.lineText()).isEqualTo(start + " HTTP/1.1");
    }

    @Test
    void fieldsAreFoundByConstantAndByName() throws ProtocolViolation {
        RequestHead head = parse(Escapes.decode(
                "GET / HTTP/1.1\\r\\nHost: h\\r\\nX-One: 1\\r\\naccept: a\\r\\nx-one: 2\\r\\nACCEPT: b\\r\\n\\r\\n"));
        FieldTable fields = head.fields();
        assertThat(fields.value(Field.ACCEPT)).isEqualTo("a, b");
        assertThat(fields.value("Accept")).isEqualTo("a, b");
        assertThat(fields.value("X-ONE")).isEqualTo("1, 2");
        assertThat(fields.value("X-Two")).isNull();
        assertThat(fields.has(Field.COOKIE)).isFalse();
        assertThat(fields.find("x-one", 2)).isEqualTo(3);
        assertThat(fields.field(1)).isNull();
        assertThat(fields.field(2)).isEqualTo(Field.ACCEPT);
        assertThat(fields.hasAny(Field.COOKIE.bit() | Field.ACCEPT.bit())).isTrue();
    }

    @Test
    void aDetachedHeadOutlivesItsBuffer() throws ProtocolViolation {
        byte[] octets = Escapes.decode(
                "xxPUT /p?q HTTP/1.1\\r\\nHost: h.example:81\\r\\nContent-Length: 7\\r\\nX: y\\r\\n\\r\\n");
        assertThat(parser.parse(octets, 2, octets.length)).isEqualTo(octets.length - 2);
        RequestHead head = parser.head();
        assertThat(head.pathOffset()).isEqualTo(6);
        RequestHead detached = head.detach();
        Arrays.fill(octets, (byte) 'z');
        parse(Escapes.decode("GET /other HTTP/1.1\\r\\nHost: i\\r\\n\\r\\n"));
        assertThat(detached.method()).isEqualTo(Method.PUT);
        assertThat(detached.pathText()).isEqualTo("/p");
        assertThat(detached.queryText()).isEqualTo("q");
        assertThat(detached.hostText()).isEqualTo("h.example");
        assertThat(detached.hostPort()).isEqualTo(81);
        assertThat(detached.contentLength()).isEqualTo(7);
        assertThat(detached.fields().value("x")).isEqualTo("y");
        assertThat(detached.length()).isEqualTo(octets.length - 2);
    }

    @Test
    void aRejectedHeadStillShowsItsLine() {
        byte[] octets = Escapes.decode("GET /x HTTP/1.1\\r\\nHost : h\\r\\n\\r\\n");
        assertThatThrownBy(() -> parser.parse(octets, 0, octets.length)).isInstanceOf(ProtocolViolation.class);
        assertThat(parser.head().detach().lineText()).isEqualTo("GET /x HTTP/1.1");
        assertThatThrownBy(() -> parser.parse(octets, 0, octets.length)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRejectedHeadCanBeShownAfterItsOctetsHaveMoved() {
        byte[] octets = Escapes.decode("GET /x HTTP/1.1\\r\\nHost : h\\r\\n\\r\\n");
        byte[] moved = Escapes.decode("...GET /x HTTP/1.1\\r\\nHost : h\\r\\n\\r\\n");
        assertThatThrownBy(() -> parser.parse(octets, 0, octets.length)).isInstanceOf(ProtocolViolation.class);
        Arrays.fill(octets, (byte) 'z');
        RequestHead head = parser.headOver(moved, 3);
        assertThat(head.lineText()).isEqualTo("GET /x HTTP/1.1");
        assertThat(head.lineOffset()).isEqualTo(3);
        assertThat(head.lineLength()).isEqualTo(15);
    }

    @Test
    void aParserTellsWhetherItsHeadIsHalfRead() throws ProtocolViolation {
        byte[] octets = Escapes.decode("\\r\\nGET /x HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n");
        assertThat(parser.halfRead()).isFalse();
        for (int to = 1; to < octets.length; to++) {
            assertThat(parser.parse(octets, 0, to)).isEqualTo(RequestHeadParser.INCOMPLETE);
            assertThat(parser.halfRead()).isTrue();
            assertThat(parser.lineRead()).isEqualTo(to >= 19);
        }
        assertThat(parser.parse(octets, 0, octets.length)).isEqualTo(octets.length);
        assertThat(parser.halfRead()).isFalse();
    }

    @Test
    void workGrowsWithTheOctetsAndNotWithTheCuts() throws ProtocolViolation {
        Http1Rules roomy = Http1Rules.DEFAULTS.withLimits(1 << 20, 0, 1 << 20, 0);
        byte[] octets = Escapes.decode("GET / HTTP/1.1\\r\\nHost: h\\r\\nX: \\{400000:a}\\r\\n\\r\\n");
        RequestHeadParser slow = new RequestHeadParser(roomy);
        for (int to = 1; to < octets.length; to++) {
            assertThat(slow.parse(octets, 0, to) == RequestHeadParser.INCOMPLETE)
                    .isTrue();
        }
        assertThat(slow.parse(octets, 0, octets.length)).isEqualTo(octets.length);
    }
}
