package org.brood.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, statuses, weights, and the scans that everything rests on. */
class WordsTest {
    @ParameterizedTest
    @EnumSource(Field.class)
    void fieldsAreKnownInAnyCaseAndAnywhere(Field field) {
        for (String name :
                new String[] {field.text(), field.lower(), field.text().toUpperCase(Locale.ROOT)}) {
            assertThat(Field.of(name)).isEqualTo(field);
            byte[] padded = Octets.bytes("xxx" + name + ": something long enough for whole words");
            assertThat(Field.of(padded, 3, name.length())).isEqualTo(field);
        }
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void noOctetOfAFieldNameCanBeAnother(Field field) {
        byte[] name = Octets.bytes(field.text() + ": padding for whole words");
        int length = field.text().length();
        for (int i = 0; i < length; i++) {
            byte right = name[i];
            for (int c = 0; c < 256; c++) {
                name[i] = (byte) c;
                boolean same = Character.toLowerCase(c) == Character.toLowerCase(right) && c < 128;
                assertThat(Field.of(name, 0, length) == field)
                        .as("%d at %d", c, i)
                        .isEqualTo(same);
                assertThat(Field.of(Arrays.copyOf(name, length), 0, length) == field)
                        .isEqualTo(same);
            }
            name[i] = right;
        }
    }

    @Test
    void scansAgreeWithLookingAtEachOctet() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = new byte[random.nextInt(40)];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) (random.nextInt(5) > 0 ? 'a' + random.nextInt(26) : random.nextInt(256));
            }
            int from = random.nextInt(octets.length + 1);
            int to = from + random.nextInt(octets.length - from + 1);
            byte wanted = (byte) random.nextInt(256);
            assertThat(Octets.indexOf(wanted, octets, from, to)).isEqualTo(slowIndexOf(wanted, octets, from, to));
            int control = from;
            while (control < to && Octets.isContent(octets[control])) {
                control++;
            }
            assertThat(Octets.firstControl(octets, from, to)).isEqualTo(control);
            int invisible = from;
            while (invisible < to && Octets.isVisible(octets[invisible])) {
                invisible++;
            }
            assertThat(Octets.firstInvisible(octets, from, to)).isEqualTo(invisible);
        }
    }

    private static int slowIndexOf(byte octet, byte[] octets, int from, int to) {
        for (int i = from; i < to; i++) {
            if (octets[i] == octet) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void statusesSpeakAsHttpdDoes() {
        assertThat(Status.line(413)).isEqualTo("413 Request Entity Too Large");
        assertThat(Status.line(416)).isEqualTo("416 Requested Range Not Satisfiable");
        assertThat(Status.line(418)).isEqualTo("500 Internal Server Error");
        assertThat(Status.line(299)).isEqualTo("500 Internal Server Error");
        assertThat(Status.of(700)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,GET",
        "get,UNREGISTERED",
        "VERSION-CONTROL,VERSION_CONTROL",
        "PROPFIND,PROPFIND",
        "'',UNREGISTERED",
        "BREW,UNREGISTERED"
    })
    void methodsAreThoseThatHttpdRegisters(String token, Method method) {
        byte[] octets = Octets.bytes(token);
        assertThat(Method.of(octets, 0, octets.length)).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            gzip;q=0.8, br         | gzip     | 800
            gzip;q=0.8, br         | br       | 1000
            gzip;q=0.8, *;q=0      | deflate  | 0
            gzip ; Q=0.125         | gzip     | 125
            gzip;q=2               | gzip     | 1000
            gzip;q=x               | gzip     | 1000
            gzip;q=                | gzip     | 1000
            , ,gzip;q=0            | gzip     | 0
            text/a;x=",";q=0.5, b  | text/a   | 500
            gzip                   | deflate  | -1
            gzip;q=0.12345         | gzip     | 123
            """)
    void weightsAreReadInThousandths(String value, String name, int weight) {
        assertThat(QualityList.of(value).weight(name, -1)).isEqualTo(weight);
    }
}
