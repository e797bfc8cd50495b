package org.brood.mpm.spi;

/**
 * The bytes on the control pipe. Downward: {@link #FINISH} and {@link #STOP}, as on httpd's pipe of death. Upward: {@link
 * #READY} once the child accepts, {@link #QUIESCING} when it finishes by itself (its budget is used up).
 */
public interface Orders {
    /** Finish gracefully: take no new connection, end what runs. */
    byte FINISH = '!';
    /** Stop now. */
    byte STOP = '$';
    /** The child accepts connections. */
    byte READY = '+';
    /** The child has begun to finish by itself. */
    byte QUIESCING = '-';
}
