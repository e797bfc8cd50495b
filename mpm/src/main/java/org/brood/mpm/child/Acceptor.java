package org.brood.mpm.child;

import org.brood.mpm.spi.ChildContext.ChildLog;
import org.brood.posix.ErrnoException;
import org.brood.posix.InetEndpoint;
import org.brood.posix.SocketAddressBuffer;
import org.brood.posix.Sockets;
import org.brood.posix.Syscall;

/**
 * accept(2) with its errors sorted. Linux reports errors that the new connection already has as errors of accept, so all
 * that is about a peer or a network is passed over: the next connection may be sound. What is left is a shortage
 * (descriptors, memory), which hits every connection until something is given back. Belongs to one thread.
 *
 * <p>The last descriptors are not given to connections at all, see {@link DescriptorReserve}.
 */
public final class Acceptor {
    /** Nothing waits. */
    public static final int NONE = -1;
    /** There is no descriptor or no memory for it; it goes on waiting in the kernel's queue. */
    public static final int SHORTAGE = -2;

    private static final int ABORTED_IN_A_ROW = 64;
    private static final long NANOS_BETWEEN_REPORTS = 10_000_000_000L;

    private final ChildLog log;
    private final NanoClock clock;
    private final DescriptorReserve reserve;
    private final SocketAddressBuffer peer = new SocketAddressBuffer();
    private boolean reserveReached;
    private long lastReport;
    private boolean reported;

    public Acceptor(ChildLog log, NanoClock clock) {
        this(log, clock, DescriptorReserve.ofThisProcess());
    }

    Acceptor(ChildLog log, NanoClock clock, DescriptorReserve reserve) {
        this.log = log;
        this.clock = clock;
        this.reserve = reserve;
    }

    /** The descriptor of a new connection, {@link #NONE} or {@link #SHORTAGE}. Never blocks. */
    public int accept(int listener) {
        if (reserveReached && reserve.isReached(listener)) {
            report(
                    "BR0503",
                    "all descriptors below " + reserve.ceiling()
                            + " are in use, the rest is kept for what runs: no new connections until some end; raise the limit of open files (ulimit -n)");
            return SHORTAGE;
        }
        try {
            int socket = firstSound(listener);
            reserveReached = reserve.holds(socket);
            return socket;
        } catch (ErrnoException shortage) {
            report("AH02179", shortage.rendered() + ": apr_socket_accept: no new connections until some end");
            return SHORTAGE;
        }
    }

    private int firstSound(int listener) {
        for (int i = 0; i < ABORTED_IN_A_ROW; i++) {
            int socket = Sockets.accept(listener, peer);
            if (socket != Syscall.PEER_GONE) {
                return socket >= 0 ? socket : NONE;
            }
        }
        return NONE;
    }

    /** Who the connection that was accepted last comes from. */
    public InetEndpoint peer() {
        return peer.endpoint();
    }

    /** A shortage lasts, and every try hits it: say it now and then, not every time (hazard H32). */
    private void report(String id, String text) {
        long now = clock.nanos();
        if (!reported || now - lastReport >= NANOS_BETWEEN_REPORTS) {
            reported = true;
            lastReport = now;
            log.log("error", id, text);
        }
    }
}
