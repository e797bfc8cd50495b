package org.brood.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes=0-4            | 10 | PARTIAL       | 0-4
            bytes=5-             | 10 | PARTIAL       | 5-9
            bytes=-3             | 10 | PARTIAL       | 7-9
            bytes=-30            | 10 | PARTIAL       | 0-9
            bytes=3-100          | 10 | PARTIAL       | 3-9
            Bytes=0-0            | 10 | PARTIAL       | 0-0
            bytes=0-1,3-4        | 10 | PARTIAL       | 0-1 3-4
            bytes=3-4,0-1        | 10 | PARTIAL       | 3-4 0-1
            bytes=0-2,3-4        | 10 | PARTIAL       | 0-4
            bytes=0-5,2-3        | 10 | PARTIAL       | 0-5
            bytes=5-6,0-5        | 10 | PARTIAL       | 0-6
            bytes=0-1,,4-5       | 10 | PARTIAL       | 0-1 4-5
            bytes=3-4,0-         | 10 | PARTIAL       | 0-9
            bytes=0-1,90-91      | 10 | PARTIAL       | 0-1
            bytes=90-91          | 10 | UNSATISFIABLE | ''
            bytes=10-            | 10 | UNSATISFIABLE | ''
            bytes=0-0            | 0  | UNSATISFIABLE | ''
            bytes=-0             | 10 | WHOLE         | ''
            bytes=4-3            | 10 | WHOLE         | ''
            bytes=4              | 10 | WHOLE         | ''
            bytes=a-b            | 10 | WHOLE         | ''
            bytes=0-1,x          | 10 | WHOLE         | ''
            bytes=0-1, 3-4       | 10 | WHOLE         | ''
            bytes=+1-3           | 10 | WHOLE         | ''
            bytes=0-99999999999999999999 | 10 | WHOLE | ''
            lines=0-4            | 10 | WHOLE         | ''
            bytes=               | 10 | WHOLE         | ''
            bytes=0-8,0-0,2-9    | 10 | PARTIAL       | 0-9
            """)
    void rangesAreTakenAsHttpdTakesThem(String value, long length, ByteRanges.Outcome outcome, String expected) {
        ByteRanges ranges = ByteRanges.of(value, length);
        assertThat(ranges.outcome()).isEqualTo(outcome);
        assertThat(ranges.ranges().stream().map(r -> r.first() + "-" + r.last()).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void overlapsAndReversalsAreCounted() {
        ByteRanges ranges = ByteRanges.of("bytes=5-9,4-6,0-4", 10);
        assertThat(ranges.overlaps()).isEqualTo(2);
        assertThat(ranges.reversals()).isEqualTo(2);
        assertThat(ranges.within(200, 20, 20)).isTrue();
        assertThat(ranges.within(200, 1, 20)).isFalse();
        assertThat(ranges.within(200, 20, 1)).isFalse();
        assertThat(ranges.within(0, -1, -1)).isFalse();
        assertThat(ranges.within(-1, -1, -1)).isTrue();
    }
}
