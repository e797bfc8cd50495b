package org.brood.mpm.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.brood.mpm.child.ConnectionBudget;
import org.brood.mpm.child.ControlPipe;
import org.brood.mpm.child.ListeningSockets;
import org.brood.mpm.child.NanoClock;
import org.brood.mpm.child.Turn;
import org.brood.mpm.child.WorkerPool;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildContext.BoundListener;
import org.brood.mpm.spi.ChildContext.ChildLog;
import org.brood.mpm.spi.ChildExit;
import org.brood.mpm.spi.ChildLoop;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.MpmSettings;
import org.brood.mpm.spi.Orders;
import org.brood.posix.InetEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * A child with listener threads and a crew, and what they share. The first listener runs on the main thread and reads the
 * control pipe.
 *
 * <pre>
 *   serving ──FINISH, parent gone, budget used up──► finishing ──no connection left──► ended
 *      └────────────────STOP────────────────────────────┴──────────────────────────────► ended
 * </pre>
 */
public final class ListeningChild implements ChildLoop, WorkerPool.Watcher {
    /** After a hard stop threads get this long to come back from what they do; the process ends anyway. */
    private static final long STOP_MILLIS = 500;

    private final ChildContext context;
    private final NanoClock clock;
    private final ControlPipe control;
    private final ListeningSockets sockets;
    private final Turn turn;
    private final Census census;
    private final AcceptLimit limit;
    private final ConnectionBudget budget;
    private final Crew crew;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Thread> furtherThreads = new ArrayList<>();
    private final AtomicInteger atDoor;
    private final AtomicInteger running;
    private volatile boolean finishing;
    private volatile boolean stopping;
    private volatile ChildExit exit = ChildExit.OK;
    private volatile @Nullable Throwable broken;

    public ListeningChild(ChildContext context, NanoClock clock, Crew.Factory crews) {
        this.context = context;
        this.clock = clock;
        this.control = new ControlPipe(context.controlPipe());
        this.sockets = new ListeningSockets(context.listeners());
        this.turn = new Turn(context.log());
        this.census = new Census(context.rows(), context.slot());
        MpmSettings settings = context.settings();
        this.limit = new AcceptLimit(settings.threadsPerChild(), settings.asyncRequestWorkerFactor());
        this.budget = new ConnectionBudget(settings.maxConnectionsPerChild());
        this.crew = crews.hire(new Stint(this), this);
        int count = Math.max(1, settings.listenerThreads());
        this.atDoor = new AtomicInteger(count);
        this.running = new AtomicInteger(count);
        for (int i = 0; i < count; i++) {
            listeners.add(new Listener(this, context.rows().listener(i), clock));
        }
    }

    @Override
    public ChildExit run() {
        listeners.getFirst().watchControl(control.fd());
        for (Listener further : listeners.subList(1, listeners.size())) {
            furtherThreads.add(Thread.ofPlatform().daemon(true).name("listener").start(further));
        }
        control.tell(Orders.READY);
        listeners.getFirst().run();
        crew.end();
        awaitThreads();
        Throwable error = broken;
        if (error != null) {
            throw new IllegalStateException("a thread of this child failed", error);
        }
        return exit;
    }

    private void awaitThreads() {
        try {
            for (Thread thread : furtherThreads) {
                thread.join(STOP_MILLIS);
            }
            crew.awaitEnd(STOP_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something is on the control pipe. The first listener only. */
    void orders() {
        ControlPipe.Order order = control.read();
        if (control.ended()) {
            listeners.getFirst().unwatchControl(control.fd());
        }
        switch (order) {
            case NONE -> {}
            case FINISH -> finish();
            case STOP -> stop();
        }
    }

    private void stop() {
        stopping = true;
        listeners.forEach(Listener::wake);
    }

    private synchronized void finish() {
        if (!finishing) {
            context.stopping().run();
            context.rows().quiescing();
            crew.finishing();
            finishing = true;
            listeners.forEach(Listener::wake);
        }
    }

    /** MaxConnectionsPerChild is reached: finish by itself. */
    void budgetUsedUp() {
        if (!finishing) {
            control.tell(Orders.QUIESCING);
            finish();
        }
    }

    /** No connection can be accepted. If none is left whose end would help, another child may do better. */
    void shortOfDescriptors() {
        if (!finishing && census.connections() == 0) {
            exit = ChildExit.SICK;
            finish();
        }
    }

    boolean finishing() {
        return finishing;
    }

    boolean stopping() {
        return stopping;
    }

    /** A listener will never accept again; the last one closes the sockets. */
    void leftDoor() {
        if (atDoor.decrementAndGet() == 0) {
            sockets.close();
        }
    }

    /** The listener has nothing left to do; the first one waits for the others, because it reads the orders. */
    boolean lastListener(Listener listener) {
        if (listener != listeners.getFirst()) {
            running.decrementAndGet();
            listeners.getFirst().wake();
            return true;
        }
        return running.get() == 1;
    }

    /** A listener has opened or shut its door. */
    void doorMoved() {
        boolean open = false;
        for (Listener listener : listeners) {
            open |= listener.isOpen();
        }
        context.rows().accepting(open);
    }

    List<BoundListener> listeners() {
        return context.listeners();
    }

    ConnectionTask taskFor(int socket, int listener, InetEndpoint peer) {
        return context.connections().accepted(socket, listener, peer, census.nextId());
    }

    boolean admits() {
        return limit.admits(crew.idle(), census.connections(), census.closing());
    }

    int idleWorkers() {
        return crew.idle();
    }

    void handOver(Connection connection) {
        crew.take(connection);
    }

    void gone(Connection connection) {
        crew.gone(connection);
    }

    /** A connection is closed. @param home the listener whose thread says so, which need not be woken; null = a worker */
    void closed(@Nullable Listener home) {
        census.closed();
        freed(home);
    }

    @Override
    public void workerFree() {
        freed(null);
    }

    private void freed(@Nullable Listener except) {
        for (int i = 0; i < listeners.size(); i++) {
            Listener listener = listeners.get(i);
            if (listener != except) {
                listener.freed();
            }
        }
    }

    @Override
    public void broken(Throwable error) {
        broken = error;
        stop();
    }

    Census census() {
        return census;
    }

    ConnectionBudget budget() {
        return budget;
    }

    Turn turn() {
        return turn;
    }

    NanoClock clock() {
        return clock;
    }

    ChildLog log() {
        return context.log();
    }
}
