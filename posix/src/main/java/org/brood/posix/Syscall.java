package org.brood.posix;

/**
 * The one funnel through which the result of every system call passes. Its rules:
 *
 * <ol>
 *   <li>EINTR: the call is made again (never seen by a caller);
 *   <li>would-block is a value, {@link #WOULD_BLOCK}, of the calls that can be told not to block;
 *   <li>a peer that is gone is a value, {@link #PEER_GONE}, of the calls that move a connection's bytes;
 *   <li>EBADF and EFAULT are our own bug: a {@link SyscallDefect} at once, before a wrong descriptor does harm;
 *   <li>everything else throws {@link ErrnoException} with errno's name and the call's.
 * </ol>
 *
 * <p>Inside the package a result is the kernel's own form: not negative, or the negated errno. errno is captured by the
 * linker in the same transition as the call, into memory that belongs to the calling thread ({@link CallState}).
 */
public final class Syscall {
    /** The call would have blocked (EAGAIN): wait for readiness and make it again. */
    public static final int WOULD_BLOCK = -Errno.EAGAIN;

    /** The other side reset the connection, closed it, or cannot be reached any more: close ours. */
    public static final int PEER_GONE = -Errno.ECONNRESET;

    private Syscall() {}

    /** True when the call must be made again. */
    static boolean interrupted(String call, long result) {
        if (result >= 0) {
            return false;
        }
        if (result == -Errno.EBADF || result == -Errno.EFAULT) {
            throw new SyscallDefect(call, (int) -result);
        }
        return result == -Errno.EINTR;
    }

    static long check(String call, long result) {
        if (result < 0) {
            throw new ErrnoException(call, (int) -result);
        }
        return result;
    }

    static long orWouldBlock(String call, long result) {
        return result == WOULD_BLOCK ? result : check(call, result);
    }

    static long transferred(String call, long result) {
        return result >= 0 || result == WOULD_BLOCK ? result : failedTransfer(call, result);
    }

    /** Apart from {@link #transferred}, so that the usual way stays small enough to be compiled into its caller. */
    private static long failedTransfer(String call, long result) {
        return switch ((int) -result) {
            case Errno.ECONNRESET,
                    Errno.EPIPE,
                    Errno.ETIMEDOUT,
                    Errno.ECONNABORTED,
                    Errno.ENOTCONN,
                    Errno.EHOSTUNREACH,
                    Errno.EHOSTDOWN,
                    Errno.ENETUNREACH,
                    Errno.ENETDOWN,
                    Errno.ENETRESET,
                    Errno.ENONET,
                    Errno.EPROTO -> PEER_GONE;
            default -> throw new ErrnoException(call, (int) -result);
        };
    }
}
