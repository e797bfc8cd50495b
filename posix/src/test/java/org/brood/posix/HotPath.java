package org.brood.posix;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Main of a child JVM: what the calls of the request path allocate and cost once they are compiled. */
final class HotPath {
    private static final int ROUNDS = 2_000;
    private static final int TRIES = 100;

    private final Descriptors.Pair pair = Sockets.pair();
    private final Epoll epoll = Epoll.open(16);
    private final byte[] buffer = new byte[4096];
    private final SocketAddressBuffer peer = new SocketAddressBuffer();
    private final Loopback loopback = new Loopback("127.0.0.1");
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    public static void main(String[] arguments) {
        new HotPath().run();
    }

    private void run() {
        epoll.add(pair.reading(), Epoll.IN, 1);
        long moved = 0;
        long allocated = Long.MAX_VALUE;
        long nanos = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            long started = System.nanoTime();
            moved = turns(ROUNDS);
            nanos = Math.min(nanos, System.nanoTime() - started);
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - allocatedBefore);
        }
        System.out.printf("moved=%d bytesPerTurn=%d nanosPerTurn=%d%n", moved, allocated / ROUNDS, nanos / ROUNDS);
    }

    /** send, epoll_wait, recv, a second recv that would block, epoll_ctl, accept4 that would block. */
    private long turns(int count) {
        long moved = 0;
        for (int i = 0; i < count; i++) {
            Sockets.send(pair.writing(), buffer, 16, 1000, 0);
            if (epoll.wait(0) == 1 && epoll.events(0) == Epoll.IN && epoll.data(0) == 1) {
                moved += Sockets.recv(pair.reading(), buffer, 0, 4096);
            }
            if (Sockets.recv(pair.reading(), buffer, 0, 4096) != Syscall.WOULD_BLOCK) {
                throw new IllegalStateException("unexpected bytes");
            }
            epoll.modify(pair.reading(), Epoll.IN, 1);
            Sockets.accept(loopback.listener, peer);
        }
        return moved;
    }
}
