package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {
    private static final int THREADS = 200;
    private static final int ROUNDS = 200;

    private final Descriptors.Pair pair = Sockets.pair();

    @Test
    void noThreadReadsAnothersErrno() throws InterruptedException, ExecutionException {
        List<Future<Integer>> mixedUp = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < THREADS; i++) {
                mixedUp.add(threads.submit(this::mixedUp));
            }
        }
        for (Future<Integer> count : mixedUp) {
            assertThat(count.get()).isZero();
        }
        Sockets.close(pair.reading());
        Sockets.close(pair.writing());
    }

    private int mixedUp() {
        byte[] buffer = new byte[1];
        int wrong = 0;
        for (int i = 0; i < ROUNDS; i++) {
            wrong += Files.tryOpen("/no/such/file", Files.O_RDONLY) == -Errno.ENOENT ? 0 : 1;
            wrong += Sockets.recv(pair.reading(), buffer, 0, 1) == Syscall.WOULD_BLOCK ? 0 : 1;
            wrong += Files.tryOpen("/dev/null/x", Files.O_RDONLY) == -Errno.ENOTDIR ? 0 : 1;
            Thread.yield();
        }
        return wrong;
    }
}
