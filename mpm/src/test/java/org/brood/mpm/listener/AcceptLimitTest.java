package org.brood.mpm.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptLimitTest {

    @ParameterizedTest
    @CsvSource({
        // threads, factor, idle, connections, closing, admits
        "2, 2.0, 2, 5, 0, true", // 2 + 2 * 2 = 6
        "2, 2.0, 2, 6, 0, false",
        "2, 2.0, 2, 6, 1, true", // closing ones do not count
        "2, 2.0, 1, 100, 100, true",
        "2, 2.0, 0, 0, 0, false", // nobody idle
        "2, 2.0, -3, 0, 0, false",
        "2, 1.5, 2, 4, 0, true", // 2 + 3 = 5, the fraction counts
        "2, 1.5, 2, 5, 0, false",
        "2, 0.5, 2, 2, 0, true",
        "2, 0.5, 2, 3, 0, false",
        "25, 2.0, 25, 74, 0, true",
        "25, 2.0, 25, 75, 0, false",
    })
    void admitsByHttpdsRule(int threads, double factor, int idle, int connections, int closing, boolean admits) {
        assertThat(new AcceptLimit(threads, factor).admits(idle, connections, closing))
                .isEqualTo(admits);
    }
}
