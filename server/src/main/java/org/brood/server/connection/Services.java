package org.brood.server.connection;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.brood.mpm.spi.ConnectionFactory;
import org.brood.server.request.Processor;

/**
 * What all connections of a child share. Any thread.
 *
 * @param sites by the index of the listener
 * @param stopping set once the child finishes: answers say close from then on
 * @param childId the beginning of request ids: unique among children and restarts
 */
public record Services(Processor processor, List<? extends Site> sites, AtomicBoolean stopping, String childId) {
    public Services {
        sites = List.copyOf(sites);
    }

    /** The connections of an MPM. */
    public ConnectionFactory connections() {
        return (socket, listener, remote, id) -> new HttpConnection(this, sites.get(listener), socket, remote, id);
    }

    /** Unique among children and restarts. */
    String requestId(Turn turn) {
        return childId + "-" + Long.toString(turn.connectionId(), Character.MAX_RADIX) + "-" + turn.earlier();
    }
}
