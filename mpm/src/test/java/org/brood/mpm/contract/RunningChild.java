package org.brood.mpm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildContext.BoundListener;
import org.brood.mpm.spi.ChildExit;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;
import org.brood.mpm.spi.Orders;
import org.brood.posix.Descriptors;
import org.brood.posix.InetEndpoint;
import org.brood.posix.Poll;
import org.brood.posix.SocketOption;
import org.brood.posix.Sockets;

/** A child loop on a thread of this process, with a parent's end of its control pipe and its own listening sockets. */
final class RunningChild implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final BoardOfTest board = new BoardOfTest();
    final List<String> logged = new CopyOnWriteArrayList<>();
    final LineService service;
    private final CompletableFuture<ChildExit> exit = new CompletableFuture<>();
    private final Descriptors.Pair pipe = Sockets.pair();
    private final List<Integer> parentListeners = new ArrayList<>();
    private final Thread thread;
    private boolean parentGone;

    static MpmSettings settings(int threads) {
        return new MpmSettings(4, 64, threads, 4 * threads, 4, 1, 1, 250, 0, 2, 1, 1, 0, 0);
    }

    RunningChild(Mpm mpm, LineService service, MpmSettings settings, int listenerCount) {
        this.service = service;
        List<BoundListener> bound = new ArrayList<>();
        for (int i = 0; i < listenerCount; i++) {
            int listener = Sockets.socket(Sockets.AF_INET);
            SocketOption.REUSE_ADDRESS.enable(listener);
            Sockets.bind(listener, InetEndpoint.of("127.0.0.1", 0));
            Sockets.listen(listener, 511);
            parentListeners.add(listener);
            bound.add(new BoundListener(Descriptors.dup(listener), 40 + i));
        }
        ChildContext context = new ChildContext(
                3,
                1,
                bound,
                pipe.reading(),
                settings,
                board,
                service,
                () -> service.finishing = true,
                (level, id, text) -> logged.add(level + " " + id + " " + text));
        thread = Thread.ofPlatform().daemon(true).name("child").start(() -> run(mpm, context));
        assertThat(note()).isEqualTo(Orders.READY);
    }

    static RunningChild of(Mpm mpm, LineService service, UnaryOperator<MpmSettings> change, int threads) {
        return new RunningChild(mpm, service, change.apply(settings(threads)), 1);
    }

    private void run(Mpm mpm, ChildContext context) {
        try {
            exit.complete(mpm.child(context).run());
        } catch (Throwable failed) {
            exit.completeExceptionally(failed);
        }
    }

    /** The next byte that the child tells its parent. */
    byte note() {
        byte[] one = new byte[1];
        assertThat(Poll.readable(pipe.writing(), (int) PATIENCE.toMillis())).isTrue();
        assertThat(Descriptors.read(pipe.writing(), one, 0, 1)).isEqualTo(1);
        return one[0];
    }

    int port() {
        return port(0);
    }

    int port(int listener) {
        return Sockets.localEndpoint(parentListeners.get(listener)).port();
    }

    void order(byte order) {
        Descriptors.write(pipe.writing(), new byte[] {order}, 0, 1);
    }

    /** The parent dies. */
    void orphan() {
        parentGone = true;
        Sockets.close(pipe.writing());
    }

    long threadId() {
        return thread.threadId();
    }

    boolean ended() {
        return exit.isDone();
    }

    ChildExit exit() throws Exception {
        return exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    void awaitClosed() {
        Awaitility.await().atMost(PATIENCE).until(() -> service.open() == 0);
    }

    @Override
    public void close() {
        service.gate.countDown();
        if (!parentGone) {
            order(Orders.STOP);
        }
        Awaitility.await().atMost(PATIENCE).until(() -> !thread.isAlive());
        if (!parentGone) {
            Sockets.close(pipe.writing());
        }
        Sockets.close(pipe.reading());
        parentListeners.forEach(Sockets::close);
    }
}
