package org.brood.protocol.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.brood.protocol.http.Method;
import org.brood.protocol.http.ProtocolViolation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The raw requests of httpd's own suite come out as there, with the thinnest server behind the engine: 200 for every registered method. */
class HttpStrictTest {
    private static final Http1Rules UNSAFE = Http1Rules.DEFAULTS.withProtocolOptions(false, false, true);
    private static final Http1Rules STRICT = Http1Rules.DEFAULTS.withProtocolOptions(true, true, false);

    record Case(String unsafe, String strict, String request) {
        static Case of(String line) {
            return new Case(line.substring(0, 8).trim(), line.substring(9, 17).trim(), line.substring(18));
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = HttpStrictTest.class.getResourceAsStream("/http-strict.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(Case::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void unsafeAndStrictAnswerAsHttpdDoes(Case test) {
        assertOutcome(answer(test.request, UNSAFE), test.unsafe);
        assertOutcome(answer(test.request, STRICT), test.strict);
    }

    private static void assertOutcome(String actual, String expected) {
        switch (expected) {
            case "success" -> assertThat(actual).isEqualTo("200");
            case "error" -> assertThat(actual).matches("[45]\\d\\d");
            default -> assertThat(actual).isEqualTo(expected);
        }
    }

    private static String answer(String request, Http1Rules rules) {
        byte[] octets = Escapes.decode(request);
        RequestHeadParser parser = new RequestHeadParser(rules);
        try {
            if (parser.parse(octets, 0, octets.length) == RequestHeadParser.INCOMPLETE) {
                parser.endOfInput();
                return "drop";
            }
        } catch (ProtocolViolation violation) {
            return String.valueOf(violation.status());
        }
        if (parser.head().http09()) {
            return "http/0.9";
        }
        return parser.head().method() == Method.UNREGISTERED ? "501" : "200";
    }
}
