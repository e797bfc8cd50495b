package org.brood.protocol.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.brood.protocol.http.ProtocolViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepAliveTest {
    private static final KeepAlive DEFAULTS = new KeepAlive(true, 5000, 100);

    private static RequestHead head(String head) throws ProtocolViolation {
        RequestHeadParser parser = new RequestHeadParser(Http1Rules.DEFAULTS);
        byte[] octets = Escapes.decode(head + "\\r\\n\\r\\n");
        assertThat(parser.parse(octets, 0, octets.length)).isEqualTo(octets.length);
        return parser.head();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # request                                                          status delimited closing kept verdict       chunks
            'GET / HTTP/1.1\\r\\nHost: h',                                        200, true,  false,  0,  KEEP,         false
            'GET / HTTP/1.1\\r\\nHost: h',                                        200, false, false,  0,  KEEP,         true
            'GET / HTTP/1.1\\r\\nHost: h\\r\\nConnection: keep-alive',            200, true,  false,  0,  KEEP_AND_SAY, false
            'GET / HTTP/1.1\\r\\nHost: h\\r\\nConnection: TE, Close',             200, false, false,  0,  CLOSE,        true
            'GET / HTTP/1.0',                                                     200, true,  false,  0,  CLOSE,        false
            'GET / HTTP/1.0\\r\\nConnection: Keep-Alive',                         200, true,  false,  0,  KEEP_AND_SAY, false
            'GET / HTTP/1.0\\r\\nConnection: Keep-Alive',                         200, false, false,  0,  CLOSE,        false
            'HEAD / HTTP/1.0\\r\\nConnection: Keep-Alive',                        200, false, false,  0,  KEEP_AND_SAY, false
            'GET / HTTP/1.0\\r\\nConnection: Keep-Alive',                         304, false, false,  0,  KEEP_AND_SAY, false
            'HEAD / HTTP/1.1\\r\\nHost: h',                                       200, false, false,  0,  KEEP,         false
            'GET / HTTP/1.1\\r\\nHost: h',                                        404, true,  false,  0,  KEEP,         false
            'GET / HTTP/1.1\\r\\nHost: h',                                        500, true,  false,  0,  CLOSE,        false
            'GET / HTTP/1.1\\r\\nHost: h',                                        413, true,  false,  0,  CLOSE,        false
            'GET / HTTP/1.1\\r\\nHost: h',                                        200, true,  true,   0,  CLOSE,        false
            'GET / HTTP/1.1\\r\\nHost: h',                                        200, true,  false, 99,  KEEP,         false
            'GET / HTTP/1.1\\r\\nHost: h',                                        200, true,  false, 100, CLOSE,        false
            'PUT / HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: 1\\r\\nExpect: 100-continue', 200, false, false, 0, CLOSE, false
            'PUT / HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked', 200, false, false, 0, CLOSE, false
            """)
    void connectionsPersistAsInHttpd(
            String request,
            int status,
            boolean delimited,
            boolean closing,
            int kept,
            KeepAlive.Verdict verdict,
            boolean chunks)
            throws ProtocolViolation {
        RequestHead head = head(request);
        ContinueState expectation = ContinueState.of(head);
        assertThat(DEFAULTS.decide(head, expectation, status, delimited, closing, kept))
                .isEqualTo(verdict);
        assertThat(KeepAlive.chunks(head, expectation, status, delimited)).isEqualTo(chunks);
    }

    @Test
    void switchedOffItClosesAlways() throws ProtocolViolation {
        RequestHead head = head("GET / HTTP/1.1\\r\\nHost: h\\r\\nConnection: keep-alive");
        for (KeepAlive off : new KeepAlive[] {new KeepAlive(false, 5000, 0), new KeepAlive(true, 0, 0)}) {
            assertThat(off.decide(head, ContinueState.NOT_EXPECTED, 200, true, false, 0))
                    .isEqualTo(KeepAlive.Verdict.CLOSE);
        }
        assertThat(new KeepAlive(true, 15_500, 0).fieldValue(7)).isEqualTo("timeout=15");
        assertThat(DEFAULTS.fieldValue(7)).isEqualTo("timeout=5, max=93");
    }

    @Test
    void continueIsSentOnceAndNeverLate() throws ProtocolViolation {
        RequestHead head = head("PUT / HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: 1\\r\\nExpect: 100-Continue");
        ContinueState state = ContinueState.of(head);
        assertThat(state).isEqualTo(ContinueState.EXPECTED);
        assertThat(state.bodyWanted(false)).isEqualTo(ContinueState.SENT);
        assertThat(state.bodyWanted(false).bodyWanted(false)).isEqualTo(ContinueState.SENT);
        assertThat(state.bodyWanted(true)).isEqualTo(ContinueState.OVERTAKEN);
        assertThat(state.bodyWanted(true).bodyWanted(false)).isEqualTo(ContinueState.OVERTAKEN);
        assertThat(state.answered().bodyWanted(false)).isEqualTo(ContinueState.REFUSED);
        assertThat(state.answered().allowsKeepAlive()).isFalse();
        assertThat(state.bodyWanted(false).answered().allowsKeepAlive()).isTrue();
    }
}
