package org.brood.mpm.prefork;

import org.brood.mpm.child.Acceptor;
import org.brood.mpm.child.BlockingService;
import org.brood.mpm.child.ConnectionBudget;
import org.brood.mpm.child.ControlPipe;
import org.brood.mpm.child.Doorway;
import org.brood.mpm.child.FinishSignal;
import org.brood.mpm.child.ListeningSockets;
import org.brood.mpm.child.NanoClock;
import org.brood.mpm.child.OpenConnection;
import org.brood.mpm.child.WorkerThread;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildExit;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.Orders;
import org.brood.posix.EventFd;
import org.brood.scoreboard.WorkerRow;
import org.brood.scoreboard.WorkerStatus;
import org.jspecify.annotations.Nullable;

/**
 * The one serving thread: wait at the doorway, accept, serve until closed, again; until the child finishes, its budget is
 * used up, or the system is short of something, which it tells by its exit.
 */
final class Server implements Runnable {
    private final ChildContext context;
    private final ControlPipe control;
    private final EventFd done;
    private final FinishSignal finish = new FinishSignal();
    private final ListeningSockets sockets;
    private final Doorway doorway;
    private final ConnectionBudget budget;
    private final WorkerRow row;
    private final BlockingService service;
    private long id;
    private boolean quiescing;
    private volatile boolean stopped;
    private volatile ChildExit exit = ChildExit.OK;
    private volatile @Nullable Throwable broken;

    Server(ChildContext context, ControlPipe control, Acceptor acceptor, NanoClock clock, EventFd done) {
        this.context = context;
        this.control = control;
        this.done = done;
        this.sockets = new ListeningSockets(context.listeners());
        this.doorway = new Doorway(context.listeners(), acceptor);
        this.budget = new ConnectionBudget(context.settings().maxConnectionsPerChild());
        this.row = context.rows().worker(0);
        this.service = new BlockingService(new WorkerThread(row), finish, context.log(), clock);
        this.id = (long) context.slot() << 40;
        doorway.watch(finish.fd());
    }

    /** Finish gracefully. The main thread. */
    void finish() {
        quiesce();
        finish.say();
    }

    /** Stop now. The main thread. */
    void cut() {
        stopped = true;
        finish.say();
        service.cut();
    }

    /** @throws IllegalStateException if it was an error that is not one connection's */
    ChildExit exit() {
        Throwable error = broken;
        if (error != null) {
            throw new IllegalStateException("the serving thread failed", error);
        }
        return exit;
    }

    @Override
    public void run() {
        try {
            context.rows().accepting(true);
            while (!finish.isSaid() && !budget.usedUp()) {
                row.status(WorkerStatus.READY);
                take(doorway.next());
            }
        } catch (Throwable error) {
            broken = error;
        } finally {
            doorway.leave();
            sockets.close();
            context.rows().accepting(false);
            context.rows().connections(0, 0, 0, 0, 0, 0);
            row.status(WorkerStatus.DEAD);
            done.signal();
        }
    }

    private void take(int socket) {
        if (socket >= 0) {
            serve(socket);
        } else if (socket == Acceptor.SHORTAGE) {
            exit = ChildExit.SICK;
            finish();
        }
    }

    private void serve(int socket) {
        budget.take();
        if (budget.usedUp()) {
            control.tell(Orders.QUIESCING);
            quiesce();
        }
        ConnectionTask task = context.connections().accepted(socket, doorway.listener(), doorway.peer(), ++id);
        OpenConnection connection = new OpenConnection(socket, task);
        context.rows().connections(1, 0, 0, 0, 0, 0);
        if (stopped) {
            connection.close();
        } else {
            service.serve(connection);
        }
        context.rows().connections(0, 0, 0, 0, 0, 0);
    }

    /** From now on answers end their connections. */
    private synchronized void quiesce() {
        if (!quiescing) {
            quiescing = true;
            context.stopping().run();
            context.rows().quiescing();
        }
    }
}
