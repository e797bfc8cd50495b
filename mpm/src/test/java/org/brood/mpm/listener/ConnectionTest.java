package org.brood.mpm.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one word that says who owns a connection. */
class ConnectionTest {
    private final Connection connection = Unowned.connection(7, 1);

    @Test
    void aConnectionIsHomesUntilItIsHandedOver() {
        assertThat(connection.parked()).isTrue();
        connection.handOver();
        assertThat(connection.parked()).isFalse();
        assertThat(connection.giveBack()).isTrue();
        assertThat(connection.parked()).isFalse();
        assertThat(connection.takeBack()).isZero();
        assertThat(connection.parked()).isTrue();
    }

    @Test
    void anEventWhileItIsOwnedMakesItsOwnerRunOnceMore() {
        connection.handOver();
        connection.stir(false);
        connection.stir(false);
        assertThat(connection.giveBack()).isFalse();
        assertThat(connection.giveBack()).isTrue();
        assertThat(connection.takeBack()).isZero();
    }

    @Test
    void theEndOfTheStreamIsWorthTwoRuns() {
        connection.handOver();
        connection.stir(true);
        assertThat(connection.giveBack()).isFalse();
        assertThat(connection.giveBack()).isFalse();
        assertThat(connection.giveBack()).isTrue();
        assertThat(connection.takeBack()).isZero();
    }

    @Test
    void anEventAfterItIsGivenBackMakesHomeRunIt() {
        connection.handOver();
        assertThat(connection.giveBack()).isTrue();
        connection.stir(false);
        assertThat(connection.takeBack()).isEqualTo(1);
        connection.handOver();
        assertThat(connection.giveBack()).isTrue();
        connection.stir(true);
        assertThat(connection.takeBack()).isEqualTo(2);
    }

    @Test
    void whatIsGivenBackAnywayKeepsItsMarks() {
        connection.handOver();
        assertThat(connection.giveBackAnyway()).isFalse();
        assertThat(connection.takeBack()).isZero();
        connection.handOver();
        connection.stir(true);
        assertThat(connection.giveBackAnyway()).isTrue();
        assertThat(connection.takeBack()).isEqualTo(2);
    }

    /** Each event is seen by a run that begins after it, whoever makes it. */
    @Test
    @Timeout(60)
    void noEventIsLostBetweenHomeAndOwner() throws Exception {
        int events = 300_000;
        AtomicInteger happened = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        AtomicReference<Connection> onItsWay = new AtomicReference<>();
        ReturnStack returned = new ReturnStack();
        Thread owner = Thread.ofPlatform().daemon(true).start(() -> {
            while (seen.get() < events) {
                Connection mine = onItsWay.getAndSet(null);
                if (mine != null) {
                    do {
                        seen.set(happened.get());
                    } while (!mine.giveBack());
                    returned.push(mine);
                }
            }
        });
        while (happened.get() < events) {
            Connection back = returned.takeAll();
            if (back != null && back.takeBack() > 0) {
                seen.set(happened.get());
            }
            happened.incrementAndGet();
            if (connection.parked()) {
                connection.handOver();
                onItsWay.set(connection);
            } else {
                connection.stir(false);
            }
        }
        while (seen.get() < events) {
            Connection back = returned.takeAll();
            if (back != null && back.takeBack() > 0) {
                seen.set(happened.get());
            }
        }
        owner.join();
        assertThat(seen.get()).isEqualTo(events);
    }
}
