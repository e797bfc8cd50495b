package org.brood.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # sent                    slashes, merge, status, path
            /,                        REFUSE, true,  200, /
            *,                        REFUSE, true,  200, *
            /a/b.html,                REFUSE, true,  200, /a/b.html
            /a//b///c,                REFUSE, true,  200, /a/b/c
            /a//b,                    REFUSE, false, 200, /a//b
            /a/./b/.,                 REFUSE, true,  200, /a/b/
            /a/../b,                  REFUSE, true,  200, /b
            /a/b/..,                  REFUSE, true,  200, /a/
            /a/b/../../c,             REFUSE, true,  200, /c
            /..,                      REFUSE, true,  400, /
            /../etc/passwd,           REFUSE, true,  400, /etc/passwd
            /a/../../etc,             REFUSE, true,  400, /etc
            /%2e%2e/etc,              REFUSE, true,  400, /etc
            /.%2E/etc,                REFUSE, true,  400, /etc
            /%2e./etc,                REFUSE, true,  400, /etc
            /a/%2e%2e/b,              REFUSE, true,  200, /b
            /a/%2e/b,                 REFUSE, true,  200, /a/b
            /...,                     REFUSE, true,  200, /...
            /.hidden,                 REFUSE, true,  200, /.hidden
            /a..,                     REFUSE, true,  200, /a..
            /%41%7e,                  REFUSE, true,  200, /A~
            /%20x,                    REFUSE, true,  200, '/ x'
            /%zz,                     REFUSE, true,  400, /%zz
            /a%,                      REFUSE, true,  400, /a%
            /a%4,                     REFUSE, true,  400, /a%4
            /%252e%252e/x,            REFUSE, true,  200, /%2e%2e/x
            /%252541,                 REFUSE, true,  200, /%2541
            /a%2fb,                   REFUSE, true,  404, /a/b
            /a%2Fb,                   KEEP,   true,  200, /a%2Fb
            /a%2fb,                   DECODE, true,  200, /a/b
            /a/%2F..%2F..%2Fb,        DECODE, true,  200, /b
            /a%2f..%2fb,              DECODE, true,  200, /b
            /a/..%2fb,                DECODE, true,  200, /b
            /a/..%2fb,                KEEP,   true,  200, /a/..%2fb
            /%5c..%5c,                REFUSE, true,  200, /\\..\\
            a/b,                      REFUSE, true,  400, a/b
            """)
    void pathsResolveAsInHttpd(String sent, EncodedSlashes slashes, boolean merge, int status, String path) {
        assertThat(RequestPath.resolve(sent, slashes, merge)).isEqualTo(new RequestPath(status, path));
    }

    @Test
    void anEncodedNulIsNotFound() {
        assertThat(RequestPath.resolve("/a%00.html", EncodedSlashes.REFUSE, true)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void noPathLeadsAboveItsRootWhateverItIsMadeOf() {
        String[] pieces = {"/", "//", ".", "..", "%2e", "%2E", "%2f", "%2F", "a", "%61", "%25", "2e", "%", "%00", "\\"};
        Random random = new Random(20261124);
        for (int round = 0; round < 200_000; round++) {
            StringBuilder path = new StringBuilder("/");
            for (int i = random.nextInt(9); i >= 0; i--) {
                path.append(pieces[random.nextInt(pieces.length)]);
            }
            EncodedSlashes slashes = EncodedSlashes.values()[random.nextInt(3)];
            RequestPath resolved = RequestPath.resolve(path.toString(), slashes, random.nextBoolean());
            if (resolved.status() == 200) {
                assertThat(resolved.text()).startsWith("/").doesNotContain("\0");
                assertThat((resolved.text() + "/").contains("/../"))
                        .as("%s with %s gave %s", path, slashes, resolved)
                        .isFalse();
            }
        }
    }

    @Test
    void plainPathsAreThoseThatNeedNoWork() {
        byte[] path = "/a/b.html".getBytes(StandardCharsets.US_ASCII);
        assertThat(RequestPath.isPlain(path, 0, path.length)).isTrue();
        for (String other : new String[] {"", "a", "/a//b", "/.a", "/a/..", "/%41"}) {
            byte[] octets = other.getBytes(StandardCharsets.US_ASCII);
            assertThat(RequestPath.isPlain(octets, 0, octets.length)).as(other).isFalse();
        }
    }
}
