package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
    private final Descriptors.Pair pipe = Descriptors.pipe(true);
    private final byte[] buffer = new byte[8];

    @AfterEach
    void close() {
        for (int fd : new int[] {pipe.reading(), pipe.writing()}) {
            if (Descriptors.isOpen(fd)) {
                Descriptors.close(fd);
            }
        }
    }

    @Test
    void aPipeCarriesBytesAndThenItsEnd() {
        assertThat(Descriptors.read(pipe.reading(), buffer, 0, 8)).isEqualTo(Syscall.WOULD_BLOCK);
        Descriptors.write(pipe.writing(), new byte[] {1, 2, 3}, 1, 2);
        assertThat(Descriptors.read(pipe.reading(), buffer, 4, 4)).isEqualTo(2);
        assertThat(buffer).containsExactly(0, 0, 0, 0, 2, 3, 0, 0);
        Descriptors.close(pipe.writing());
        assertThat(Descriptors.read(pipe.reading(), buffer, 0, 8)).isZero();
    }

    @Test
    void aPipeWithoutAReaderIsAGonePeer() {
        Descriptors.close(pipe.reading());
        assertThat(Descriptors.write(pipe.writing(), buffer, 0, 1)).isEqualTo(Syscall.PEER_GONE);
    }

    @Test
    void nothingIsInheritedUnlessAskedFor() {
        assertThat(Descriptors.isInheritable(pipe.reading())).isFalse();
        Descriptors.inheritable(pipe.reading(), true);
        assertThat(Descriptors.isInheritable(pipe.reading())).isTrue();
        int copy = Descriptors.dup(pipe.reading());
        int inherited = Descriptors.dupInheritable(pipe.reading());
        assertThat(Descriptors.isInheritable(copy)).isFalse();
        assertThat(Descriptors.isInheritable(inherited)).isTrue();
        Descriptors.close(copy);
        Descriptors.close(inherited);
    }

    @Test
    void dup2TakesTheNumber() {
        int target = Descriptors.dup(pipe.reading());
        Descriptors.dup2(pipe.writing(), target);
        assertThat(Descriptors.write(target, buffer, 0, 3)).isEqualTo(3);
        assertThat(Descriptors.isInheritable(target)).isTrue();
        Descriptors.dup2(target, target);
        assertThat(Descriptors.isOpen(target)).isTrue();
        Descriptors.close(target);
        assertThat(Descriptors.isOpen(target)).isFalse();
    }

    @Test
    void nonBlockingIsSwitched() {
        Descriptors.nonBlocking(pipe.reading(), false);
        assertThat(Descriptors.isNonBlocking(pipe.reading())).isFalse();
        Descriptors.nonBlocking(pipe.reading(), true);
        assertThat(Descriptors.isNonBlocking(pipe.reading())).isTrue();
    }

    @Test
    void aTimerRunsOut() {
        try (TimerFd timer = TimerFd.open()) {
            assertThat(Poll.readable(timer.fd(), 0)).isFalse();
            timer.set(1_000_000, 1_000_000);
            assertThat(Poll.readable(timer.fd(), 10_000)).isTrue();
            assertThat(timer.drain()).isPositive();
            timer.set(0, 0);
            timer.drain();
            assertThat(Poll.readable(timer.fd(), 5)).isFalse();
        }
    }
}
