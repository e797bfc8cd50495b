package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollTest {
    private final Descriptors.Pair pair = Sockets.pair();
    private final Descriptors.Pair pipe = Descriptors.pipe();

    @AfterEach
    void close() {
        for (int fd : new int[] {pair.reading(), pair.writing(), pipe.reading(), pipe.writing()}) {
            Descriptors.close(fd);
        }
    }

    @Test
    void readableWhenBytesWait() {
        assertThat(Poll.readable(pair.reading(), 1)).isFalse();
        Sockets.send(pair.writing(), new byte[1], 0, 1, 0);
        assertThat(Poll.readable(pair.reading(), 5_000)).isTrue();
        assertThat(Poll.writable(pair.reading(), 0)).isTrue();
    }

    @Test
    void readableWhenThePeerIsGone() {
        Sockets.shutdownBoth(pair.writing());
        assertThat(Poll.readable(pair.reading(), 5_000)).isTrue();
        assertThat(Poll.events(pair.reading(), Poll.IN, 0) & Poll.HANG_UP).isNotZero();
    }

    @Test
    void aSetTellsWhichOne() {
        PollSet set = new PollSet(2);
        int first = set.add(pair.reading(), Poll.IN);
        int second = set.add(pipe.reading(), Poll.IN);
        assertThat(set.wait(0)).isZero();
        Descriptors.write(pipe.writing(), new byte[] {1}, 0, 1);
        assertThat(set.wait(5_000)).isOne();
        assertThat(set.events(first)).isZero();
        assertThat(set.events(second)).isEqualTo(Poll.IN);
        assertThat(set.fd(second)).isEqualTo(pipe.reading());
    }
}
