package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EpollTest {
    private final Epoll epoll = Epoll.open(8);
    private final Descriptors.Pair pair = Sockets.pair();
    private final byte[] buffer = new byte[16];

    @AfterEach
    void close() {
        epoll.close();
        Sockets.close(pair.reading());
        Sockets.close(pair.writing());
    }

    @Test
    void dataComesBackWithAllItsBits() {
        Map<Long, Integer> seen = new HashMap<>();
        long[] data = {0x0123_4567_89ab_cdefL, -2L};
        epoll.add(pair.reading(), Epoll.IN, data[0]);
        epoll.add(pair.writing(), Epoll.OUT, data[1]);
        Sockets.send(pair.writing(), buffer, 0, 1, 0);

        int count = epoll.wait(5_000);
        for (int i = 0; i < count; i++) {
            seen.put(epoll.data(i), epoll.events(i));
        }
        assertThat(seen).isEqualTo(Map.of(data[0], Epoll.IN, data[1], Epoll.OUT));
    }

    @Test
    void nothingHappensWithinTheTimeout() {
        epoll.add(pair.reading(), Epoll.IN, 1);
        assertThat(epoll.wait(0)).isZero();
        assertThat(epoll.wait(1)).isZero();
    }

    @Test
    void modifyAndRemoveTakeEffect() {
        epoll.add(pair.writing(), Epoll.IN, 1);
        assertThat(epoll.wait(0)).isZero();
        epoll.modify(pair.writing(), Epoll.OUT, 2);
        assertThat(epoll.wait(0)).isOne();
        assertThat(epoll.data(0)).isEqualTo(2);
        epoll.remove(pair.writing());
        assertThat(epoll.wait(0)).isZero();
    }

    @Test
    void edgeTriggeredReportsAChangeOnce() {
        epoll.add(pair.reading(), Epoll.IN | Epoll.EDGE, 1);
        Sockets.send(pair.writing(), buffer, 0, 1, 0);
        assertThat(epoll.wait(5_000)).isOne();
        assertThat(epoll.wait(0)).isZero();
        Sockets.send(pair.writing(), buffer, 0, 1, 0);
        assertThat(epoll.wait(5_000)).isOne();
    }

    @Test
    void oneShotIsSilentUntilItIsArmedAgain() {
        epoll.add(pair.reading(), Epoll.IN | Epoll.ONE_SHOT, 1);
        Sockets.send(pair.writing(), buffer, 0, 2, 0);
        assertThat(epoll.wait(5_000)).isOne();
        assertThat(epoll.wait(0)).isZero();
        epoll.modify(pair.reading(), Epoll.IN | Epoll.ONE_SHOT, 1);
        assertThat(epoll.wait(0)).isOne();
    }

    @Test
    void aListenerCanBeWatchedExclusively() {
        try (Loopback loopback = new Loopback("127.0.0.1")) {
            epoll.add(loopback.listener, Epoll.IN | Epoll.EXCLUSIVE, 7);
            Descriptors.Pair connection = loopback.connection();
            Sockets.close(connection.reading());
            Sockets.close(connection.writing());
            int client = Sockets.socket(Sockets.AF_INET);
            Sockets.connect(client, loopback.endpoint);
            assertThat(epoll.wait(5_000)).isOne();
            assertThat(epoll.data(0)).isEqualTo(7);
            Sockets.close(client);
        }
    }

    @Test
    void theShutPeerIsReported() {
        epoll.add(pair.reading(), Epoll.IN | Epoll.PEER_SHUT, 1);
        Sockets.shutdownWrite(pair.writing());
        assertThat(epoll.wait(5_000)).isOne();
        assertThat(epoll.events(0)).isEqualTo(Epoll.IN | Epoll.PEER_SHUT);
    }

    @Test
    void watchingTwiceIsRefusedByName() {
        epoll.add(pair.reading(), Epoll.IN, 1);
        assertThatThrownBy(() -> epoll.add(pair.reading(), Epoll.IN, 1))
                .isInstanceOf(ErrnoException.class)
                .hasMessage("epoll_ctl: (17)File exists");
    }

    @Test
    void anotherThreadWakesTheWaiter() throws InterruptedException {
        try (EventFd wake = EventFd.open()) {
            epoll.add(wake.fd(), Epoll.IN, 5);
            Thread other = Thread.ofPlatform().start(wake::signal);
            assertThat(epoll.wait(10_000)).isOne();
            other.join();
            wake.signal();
            assertThat(wake.drain()).isEqualTo(2);
            assertThat(wake.drain()).isZero();
            assertThat(epoll.wait(0)).isZero();
        }
    }
}
