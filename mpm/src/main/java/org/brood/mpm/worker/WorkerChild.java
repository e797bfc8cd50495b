package org.brood.mpm.worker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.brood.mpm.child.Acceptor;
import org.brood.mpm.child.BlockingService;
import org.brood.mpm.child.ConnectionBudget;
import org.brood.mpm.child.ControlPipe;
import org.brood.mpm.child.Doorway;
import org.brood.mpm.child.FinishSignal;
import org.brood.mpm.child.ListeningSockets;
import org.brood.mpm.child.NanoClock;
import org.brood.mpm.child.OpenConnection;
import org.brood.mpm.child.WorkerPool;
import org.brood.mpm.child.WorkerThread;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildExit;
import org.brood.mpm.spi.ChildLoop;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.Orders;
import org.brood.posix.EventFd;
import org.brood.posix.Poll;
import org.brood.posix.PollSet;
import org.brood.scoreboard.WorkerStatus;
import org.jspecify.annotations.Nullable;

/**
 * A worker child. The main thread is the listener: it accepts only while a worker is idle, so that a connection that this
 * child cannot serve yet stays in the kernel's queue, where another child can take it. While all are busy it watches the
 * orders alone.
 *
 * <pre>
 *   accepting ◄──► full ──FINISH, parent gone, budget──► draining ──all workers idle──► ended      (STOP: ended at once)
 * </pre>
 */
final class WorkerChild implements ChildLoop, WorkerPool.Watcher {
    /** After a hard stop the workers get this long to come back from what they do; the process ends anyway. */
    private static final long STOP_MILLIS = 500;

    /** After a shortage of descriptors or memory accepting is tried again when a connection has ended, or after this. */
    private static final int SHORTAGE_MILLIS = 1000;

    private final ChildContext context;
    private final NanoClock clock;
    private final ControlPipe control;
    private final FinishSignal finish = new FinishSignal();
    private final ListeningSockets sockets;
    private final Doorway doorway;
    private final ConnectionBudget budget;
    private final WorkerPool<OpenConnection> workers;
    private final List<BlockingService> services = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final EventFd workerFreed = EventFd.open();
    private final PollSet ordersAndFreed = new PollSet(2);
    private long id;
    private volatile boolean stopping;
    private boolean sick;
    private volatile boolean wantsWorker;
    private volatile @Nullable Throwable broken;

    WorkerChild(ChildContext context, NanoClock clock) {
        this.context = context;
        this.clock = clock;
        this.control = new ControlPipe(context.controlPipe());
        this.sockets = new ListeningSockets(context.listeners());
        this.doorway = new Doorway(context.listeners(), new Acceptor(context.log(), clock));
        this.budget = new ConnectionBudget(context.settings().maxConnectionsPerChild());
        this.workers = new WorkerPool<>(
                context.settings().threadsPerChild(),
                context.settings().threadStackBytes(),
                context.rows(),
                this::work,
                this);
        this.id = (long) context.slot() << 40;
        doorway.watch(control.fd());
        doorway.watch(workerFreed.fd());
    }

    private WorkerPool.Work<OpenConnection> work(WorkerThread thread) {
        BlockingService service = new BlockingService(thread, finish, context.log(), clock);
        services.add(service);
        return connection -> {
            service.serve(connection);
            context.rows().connections(connections.decrementAndGet(), 0, 0, 0, 0, 0);
        };
    }

    @Override
    public ChildExit run() {
        context.rows().accepting(true);
        control.tell(Orders.READY);
        while (!stopping && !finish.isSaid()) {
            accept();
        }
        doorway.leave();
        sockets.close();
        context.rows().accepting(false);
        drain();
        return end();
    }

    /** One connection, but a worker for it first. */
    private void accept() {
        if (!workerIdle()) {
            context.rows().accepting(false);
            awaitWorkerOrOrder(-1);
            context.rows().accepting(true);
            return;
        }
        int socket = doorway.next();
        if (socket >= 0) {
            serve(socket);
        } else if (socket == Acceptor.SHORTAGE) {
            awaitRelief();
        } else if (socket == Doorway.OTHER) {
            workerFreed.drain();
            orders();
        }
    }

    /** Says first that it wants one, then looks: a worker becomes idle first, then looks whether one is wanted. */
    private boolean workerIdle() {
        if (workers.idle() > 0) {
            return true;
        }
        wantsWorker = true;
        boolean idle = workers.idle() > 0;
        wantsWorker = !idle;
        return idle;
    }

    /** A connection that ends gives back what is short; if there is none, another child may do better. */
    private void awaitRelief() {
        if (workers.isIdle()) {
            sick = true;
            finish();
            return;
        }
        wantsWorker = true;
        awaitWorkerOrOrder(SHORTAGE_MILLIS);
        wantsWorker = false;
    }

    private void awaitWorkerOrOrder(int timeoutMillis) {
        ordersAndFreed.clear();
        ordersAndFreed.add(workerFreed.fd(), Poll.IN);
        if (!control.ended()) {
            ordersAndFreed.add(control.fd(), Poll.IN);
        }
        ordersAndFreed.wait(timeoutMillis);
        workerFreed.drain();
        orders();
    }

    private void serve(int socket) {
        budget.take();
        ConnectionTask task = context.connections().accepted(socket, doorway.listener(), doorway.peer(), ++id);
        context.rows().connections(connections.incrementAndGet(), 0, 0, 0, 0, 0);
        if (budget.usedUp()) {
            control.tell(Orders.QUIESCING);
            finish();
        }
        workers.submit(new OpenConnection(socket, task));
    }

    private void orders() {
        switch (control.read()) {
            case NONE -> {}
            case FINISH -> finish();
            case STOP -> stopping = true;
        }
    }

    private void finish() {
        if (!finish.isSaid()) {
            context.stopping().run();
            context.rows().quiescing();
            workers.restStatus(WorkerStatus.GRACEFUL);
            finish.say();
        }
    }

    /** Until the last connection is closed; orders are still obeyed. */
    private void drain() {
        wantsWorker = true;
        while (!stopping && !workers.isIdle()) {
            awaitWorkerOrOrder(-1);
        }
    }

    private ChildExit end() {
        workers.end();
        if (stopping) {
            services.forEach(BlockingService::cut);
        }
        try {
            workers.awaitEnd(STOP_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Throwable error = broken;
        if (error != null) {
            throw new IllegalStateException("a thread of this child failed", error);
        }
        return sick ? ChildExit.SICK : ChildExit.OK;
    }

    @Override
    public void workerFree() {
        if (wantsWorker) {
            workerFreed.signal();
        }
    }

    @Override
    public void broken(Throwable error) {
        broken = error;
        stopping = true;
        wantsWorker = true;
        workerFreed.signal();
    }
}
