package org.brood.mpm.prefork;

import org.brood.mpm.child.Acceptor;
import org.brood.mpm.child.ControlPipe;
import org.brood.mpm.child.NanoClock;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildExit;
import org.brood.mpm.spi.ChildLoop;
import org.brood.mpm.spi.Orders;
import org.brood.posix.EventFd;
import org.brood.posix.Poll;
import org.brood.posix.PollSet;

/**
 * A prefork child: one thread serves, the main thread reads the parent's orders, so that a hard stop is obeyed whatever the
 * server is doing. See {@link Server} for the life of the other.
 */
final class PreforkChild implements ChildLoop {
    /** After a hard stop the server gets this long to come back from what it does; the process ends anyway. */
    private static final long STOP_MILLIS = 500;

    private final ChildContext context;
    private final ControlPipe control;
    private final EventFd done = EventFd.open();
    private final Server server;

    PreforkChild(ChildContext context, NanoClock clock) {
        this.context = context;
        this.control = new ControlPipe(context.controlPipe());
        this.server = new Server(context, control, new Acceptor(context.log(), clock), clock, done);
    }

    @Override
    public ChildExit run() {
        Thread thread = Thread.ofPlatform()
                .name("server")
                .daemon(true)
                .stackSize(context.settings().threadStackBytes())
                .start(server);
        control.tell(Orders.READY);
        boolean stopped = watchOrders();
        if (stopped) {
            server.cut();
        }
        await(thread);
        return server.exit();
    }

    /** Until the server has ended or is to be stopped. @return whether it is to be stopped */
    private boolean watchOrders() {
        PollSet both = new PollSet(2);
        while (true) {
            both.clear();
            int doneIndex = both.add(done.fd(), Poll.IN);
            if (!control.ended()) {
                both.add(control.fd(), Poll.IN);
            }
            both.wait(-1);
            if (both.events(doneIndex) != 0) {
                return false;
            }
            switch (control.read()) {
                case NONE -> {}
                case FINISH -> server.finish();
                case STOP -> {
                    return true;
                }
            }
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
