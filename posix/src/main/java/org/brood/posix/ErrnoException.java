package org.brood.posix;

/**
 * The kernel refused a call. The message is {@code CALL: (NUMBER)TEXT}, the second part being how httpd prints an error of
 * the system, for example {@code bind: (98)Address already in use}.
 */
public final class ErrnoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String call;
    private final int errno;

    /** @param call the function's man-page name; @param errno its number, see {@link Errno} */
    public ErrnoException(String call, int errno) {
        super(call + ": " + Errno.render(errno));
        this.call = call;
        this.errno = errno;
    }

    /** The function that failed, by its man-page name. */
    public String call() {
        return call;
    }

    /** The number, to be compared with the constants of {@link Errno}. */
    public int errno() {
        return errno;
    }

    /** {@code EADDRINUSE} and the like. */
    public String name() {
        return Errno.name(errno);
    }

    /** {@code (98)Address already in use}: httpd's form. */
    public String rendered() {
        return Errno.render(errno);
    }

    /** Descriptors or memory have run out: refuse work for a while, but go on. */
    public boolean isShortage() {
        return switch (errno) {
            case Errno.EMFILE, Errno.ENFILE, Errno.ENOBUFS, Errno.ENOMEM, Errno.ENOSPC, Errno.EDQUOT -> true;
            default -> false;
        };
    }
}
