package org.brood.mpm.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeoutQueueTest {
    private static final long MILLI = 1_000_000;

    private static final class Item extends TimeoutQueue.Entry<Item> {
        private long begun;
    }

    private final TimeoutQueue<Item> queue = new TimeoutQueue<>(10);

    @Test
    void expiresInOrderAndNotBeforeItsTime() {
        Item first = append(0);
        Item second = append(3 * MILLI);
        assertThat(queue.expired(10 * MILLI - 1)).isNull();
        assertThat(queue.expired(10 * MILLI)).isSameAs(first);
        queue.remove(first);
        assertThat(queue.expired(10 * MILLI)).isNull();
        assertThat(queue.untilExpiry(10 * MILLI)).isEqualTo(3 * MILLI);
        assertThat(queue.expired(13 * MILLI)).isSameAs(second);
    }

    @Test
    void whatIsAppendedInARoundBeginsAtItsEnd() {
        Item item = new Item();
        queue.append(item);
        assertThat(queue.expired(Long.MAX_VALUE / 2)).isNull();
        queue.stamp(5 * MILLI);
        assertThat(item.since()).isEqualTo(5 * MILLI);
        assertThat(queue.expired(15 * MILLI - 1)).isNull();
        assertThat(queue.expired(15 * MILLI)).isSameAs(item);
    }

    @Test
    void whatLeavesWithinItsRoundLeavesNoTrace() {
        Item gone = new Item();
        Item stays = new Item();
        queue.append(gone);
        queue.append(stays);
        queue.remove(gone);
        queue.stamp(MILLI);
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.head()).isSameAs(stays);
        assertThat(stays.since()).isEqualTo(MILLI);
    }

    @Test
    void aWaitThatBeganBeforeTakesItsPlace() {
        append(MILLI);
        Item last = append(9 * MILLI);
        Item between = new Item();
        queue.insert(between, 5 * MILLI);
        queue.remove(queue.expired(11 * MILLI));
        assertThat(queue.expired(15 * MILLI)).isSameAs(between);
        queue.remove(between);
        assertThat(queue.expired(20 * MILLI)).isSameAs(last);
    }

    @Test
    void shorteningHoldsForThoseThatWait() {
        Item item = append(0);
        queue.shorten(4);
        assertThat(queue.expired(4 * MILLI)).isSameAs(item);
        queue.shorten(1000);
        assertThat(queue.expired(4 * MILLI)).isSameAs(item);
    }

    @Test
    void noMixOfOperationsExpiresEarlyOrForgets() {
        Random random = new Random(7);
        List<Item> waiting = new ArrayList<>();
        long now = 0;
        for (int round = 0; round < 20_000; round++) {
            int appended = random.nextInt(3);
            for (int i = 0; i < appended; i++) {
                Item item = new Item();
                item.begun = now;
                queue.append(item);
                waiting.add(item);
            }
            if (!waiting.isEmpty() && random.nextBoolean()) {
                queue.remove(waiting.remove(random.nextInt(waiting.size())));
            }
            now += random.nextInt(2_000_000);
            queue.stamp(now);
            for (Item item = queue.expired(now); item != null; item = queue.expired(now)) {
                assertThat(now - item.begun).isGreaterThanOrEqualTo(10 * MILLI);
                queue.remove(item);
                assertThat(waiting.remove(item)).isTrue();
            }
            assertThat(queue.size()).isEqualTo(waiting.size());
        }
    }

    private Item append(long at) {
        Item item = new Item();
        queue.append(item);
        queue.stamp(at);
        return item;
    }
}
