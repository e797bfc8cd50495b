package org.brood.mpm.spi;

import org.brood.posix.InetEndpoint;

/** Makes the task for a socket that was just accepted. Called on any accepting thread; must not block. */
@FunctionalInterface
public interface ConnectionFactory {

    /**
     * @param socket non-blocking, close-on-exec; it belongs to the MPM, which alone closes it
     * @param listener the index of the listener in the hand-over's manifest
     * @param id unique among all children: the slot in the upper bits, a number that counts up in the lower ones
     */
    ConnectionTask accepted(int socket, int listener, InetEndpoint peer, long id);
}
