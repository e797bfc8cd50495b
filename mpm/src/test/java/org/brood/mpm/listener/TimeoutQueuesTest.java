package org.brood.mpm.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeoutQueuesTest {
    private static final long MILLI = 1_000_000;

    private static final class Item extends TimeoutQueue.Entry<Item> {}

    private final TimeoutQueues<Item> queues = new TimeoutQueues<>();

    @Test
    void equalTimeoutsShareAQueue() {
        assertThat(queues.of(5000)).isSameAs(queues.of(5000)).isNotSameAs(queues.of(60_000));
    }

    @Test
    void theNextExpiryIsTheEarliestOfAll() {
        queues.of(60_000).append(new Item());
        queues.of(5_000).append(new Item());
        queues.stamp(0);
        assertThat(queues.untilExpiry(MILLI)).isEqualTo(4_999 * MILLI);
        assertThat(queues.expired(4_999 * MILLI)).isNull();
        assertThat(queues.expired(5_000 * MILLI)).isNotNull();
        assertThat(queues.size()).isEqualTo(2);
    }

    @Test
    void nothingWaitsForNothing() {
        assertThat(queues.untilExpiry(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(queues.expired(0)).isNull();
    }

    @Test
    void anInventiveCallerGetsFewQueuesAndNeverAnEarlyEnd() {
        for (int millis = 1; millis <= 10_000; millis++) {
            assertThat(queues.of(millis).timeoutMillis()).isGreaterThanOrEqualTo(millis);
        }
        long distinct = java.util.stream.IntStream.rangeClosed(1, 10_000)
                .map(millis -> queues.of(millis).timeoutMillis())
                .distinct()
                .count();
        assertThat(distinct).isLessThan(96);
    }

    @Test
    void shorteningHoldsForQueuesMadeLater() {
        queues.shorten(500);
        queues.of(5_000).append(new Item());
        queues.stamp(0);
        assertThat(queues.untilExpiry(0)).isEqualTo(500 * MILLI);
    }
}
