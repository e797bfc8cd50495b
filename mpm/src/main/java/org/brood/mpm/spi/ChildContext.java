package org.brood.mpm.spi;

import java.util.List;
import org.brood.scoreboard.ChildRows;

/**
 * What a child has been given when its loop starts: everything bound, opened and dropped to its user already.
 *
 * @param slot this child's slot
 * @param generation the generation it belongs to
 * @param listeners the sockets of this child's bucket
 * @param controlPipe end of a pipe or socket pair with the parent: {@link Orders} are read from it, end of file means that
 *     the parent is gone and the child drains
 * @param settings the MPM's settings as the parent corrected them
 * @param rows this child's part of the scoreboard
 * @param connections the server's side of a connection
 * @param stopping told when the child begins to finish, so that the server says {@code Connection: close} from then on
 * @param log where the MPM reports
 */
public record ChildContext(
        int slot,
        int generation,
        List<BoundListener> listeners,
        int controlPipe,
        MpmSettings settings,
        ChildRows rows,
        ConnectionFactory connections,
        Runnable stopping,
        ChildLog log) {

    public ChildContext {
        listeners = List.copyOf(listeners);
    }

    /**
     * A listening socket, inherited, non-blocking. The child closes its copy when it takes no more connections.
     *
     * @param socket the descriptor
     * @param index its number in the hand-over's manifest
     */
    public record BoundListener(int socket, int index) {}

    /** The error log as an MPM needs it. Any thread; never blocks for long. */
    @FunctionalInterface
    public interface ChildLog {
        void log(String level, String id, String text);
    }
}
