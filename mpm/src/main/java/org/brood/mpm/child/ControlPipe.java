package org.brood.mpm.child;

import org.brood.mpm.spi.Orders;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Poll;
import org.brood.posix.Syscall;

/**
 * The child's end of its line to the parent; see {@link Orders} for the bytes. One thread reads, any may write. The
 * descriptor may be blocking: it is looked at before it is read.
 */
public final class ControlPipe {
    private static final int MOST_AT_ONCE = 64;

    /** What the parent wants. In order of strength: of several that wait, the strongest counts. */
    public enum Order {
        NONE,
        /** Finish gracefully: it was said, or the parent is gone (end of file). */
        FINISH,
        STOP
    }

    private final int fd;
    private boolean ended;

    public ControlPipe(int fd) {
        this.fd = fd;
    }

    /** To be watched for reading as long as {@link #ended} is false. */
    public int fd() {
        return fd;
    }

    /** The parent is gone. */
    public boolean ended() {
        return ended;
    }

    /** The strongest order that has come. Never blocks. */
    public Order read() {
        byte[] bytes = new byte[MOST_AT_ONCE];
        Order strongest = Order.NONE;
        while (!ended && Poll.readable(fd, 0)) {
            strongest = stronger(strongest, readOnce(bytes));
        }
        return strongest;
    }

    private Order readOnce(byte[] bytes) {
        int count = readBytes(bytes);
        if (count == Syscall.WOULD_BLOCK) {
            return Order.NONE;
        }
        if (count <= 0) {
            ended = true;
            return Order.FINISH;
        }
        Order strongest = Order.NONE;
        for (int i = 0; i < count; i++) {
            strongest = stronger(strongest, order(bytes[i]));
        }
        return strongest;
    }

    /** A socket pair's other end that died with bytes of ours unread reports an error instead of the end of file. */
    private int readBytes(byte[] bytes) {
        try {
            return Descriptors.read(fd, bytes, 0, bytes.length);
        } catch (ErrnoException gone) {
            return 0;
        }
    }

    private static Order order(byte b) {
        return switch (b) {
            case Orders.FINISH -> Order.FINISH;
            case Orders.STOP -> Order.STOP;
            default -> Order.NONE; // a byte of a later parent: not ours to guess
        };
    }

    private static Order stronger(Order a, Order b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Tells the parent something; when it is gone there is nobody to tell. */
    public void tell(byte note) {
        try {
            Descriptors.write(fd, new byte[] {note}, 0, 1);
        } catch (ErrnoException unreachable) {
            // The end of file on the reading side says the same, and is acted upon.
        }
    }
}
