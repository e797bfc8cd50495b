package org.brood.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.brood.posix.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {

    @ParameterizedTest
    @CsvSource({
        "TERM, STOP",
        "INT, STOP",
        "WINCH, GRACEFUL_STOP",
        "HUP, RESTART",
        "USR1, GRACEFUL_RESTART",
        "USR2, NONE"
    })
    void eachSignalAsksForOneThing(Signal signal, Wish wish) {
        assertThat(Wish.of(signal)).isEqualTo(wish);
    }

    @ParameterizedTest
    @CsvSource({
        "GRACEFUL_RESTART, RESTART, RESTART",
        "GRACEFUL_RESTART, GRACEFUL_STOP, GRACEFUL_STOP",
        "GRACEFUL_RESTART, STOP, STOP",
        "RESTART, GRACEFUL_STOP, STOP",
        "RESTART, STOP, STOP",
        "GRACEFUL_STOP, STOP, STOP"
    })
    void theStrongerWishWinsInEitherOrder(Wish one, Wish other, Wish both) {
        assertThat(one.and(other)).isEqualTo(both);
        assertThat(other.and(one)).isEqualTo(both);
    }

    @Test
    void nothingAddedChangesNothing() {
        for (Wish wish : Wish.values()) {
            assertThat(wish.and(Wish.NONE)).isEqualTo(wish);
            assertThat(Wish.NONE.and(wish)).isEqualTo(wish);
            assertThat(wish.and(wish)).isEqualTo(wish);
        }
    }
}
