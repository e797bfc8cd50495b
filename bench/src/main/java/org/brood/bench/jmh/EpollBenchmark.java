package org.brood.bench.jmh;

import org.brood.posix.Epoll;
import org.brood.posix.EventFd;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs to wake a listener that waits in epoll, without the switch of threads: three system calls. */
@State(Scope.Thread)
public class EpollBenchmark {
    private final Epoll epoll = Epoll.open(64);
    private final EventFd wakeUp = EventFd.open();

    public EpollBenchmark() {
        epoll.add(wakeUp.fd(), Epoll.IN, 1);
    }

    /** One signal, one wait that finds it, one drain. */
    @Benchmark
    public long wakeUp() {
        wakeUp.signal();
        int found = epoll.wait(0);
        return found + wakeUp.drain();
    }

    /** The bare call, nothing ready: what crossing into the kernel costs. */
    @Benchmark
    public int lookWithoutWaiting() {
        return epoll.wait(0);
    }

    @TearDown
    public void close() {
        epoll.close();
        wakeUp.close();
    }
}
