package org.brood.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final long FAMOUS = 784111777;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun Nov 06 08:49:37 1994",
                "  Sun, 06 Nov 1994 08:49:37 PST"
            })
    void allThreeFormsAreRead(String text) {
        assertThat(HttpDate.parse(text)).isEqualTo(FAMOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sun",
                "Sun, 32 Nov 1994 08:49:37 GMT",
                "Sun, 30 Feb 1994 08:49:37 GMT",
                "Sun, 06 Now 1994 08:49:37 GMT",
                "Sun, 06 nov 1994 08:49:37 GMT",
                "Sun, 06 NOV 1994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Sun,06 Nov 1994 08:49:37 GMT",
                "Sun,  06 Nov 1994 08:49:37 GMT",
                "Sunday, 6-Nov-94 08:49:37 GMT",
                "Sun Nov 6 08:49:37 1994",
                "Fri, 31 Dec 1969 23:59:59 GMT",
                "Sun, 06 Nov 1994 24:49:37 GMT",
                "Sun, 06 Nov 1994 08:60:37 GMT",
                "Sun, 06 Nov 1994 08:49 GMT",
                "Sun, 06 Nov -994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37",
                "Sunday, 06-Nov-94 08:49:37",
                "784111777"
            })
    void everythingElseIsInvalid(String text) {
        assertThat(HttpDate.parse(text)).isEqualTo(HttpDate.INVALID);
    }

    @Test
    void twoDigitYearsAreOfThisCenturyBelowSeventy() {
        assertThat(HttpDate.format(HttpDate.parse("Friday, 01-Jan-27 00:00:00 GMT")))
                .isEqualTo("Fri, 01 Jan 2027 00:00:00 GMT");
    }

    @Test
    void writtenDatesAreReadBack() {
        for (long second = 0; second < 4_000_000_000L; second += 7_654_321) {
            String text = HttpDate.format(second);
            assertThat(text).hasSize(DateStamp.LENGTH);
            assertThat(HttpDate.parse(text)).isEqualTo(second);
        }
    }

    @Test
    void aStampFollowsItsClock() {
        DateStamp stamp = new DateStamp();
        byte[] out = new byte[DateStamp.LENGTH + 1];
        stamp.write(FAMOUS, out, 1);
        stamp.write(FAMOUS + 1, out, 1);
        assertThat(Octets.text(out, 1, DateStamp.LENGTH)).isEqualTo("Sun, 06 Nov 1994 08:49:38 GMT");
    }
}
