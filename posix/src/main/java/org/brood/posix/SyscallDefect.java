package org.brood.posix;

/**
 * A system call was given a descriptor or an address that does not exist (EBADF, EFAULT). That is a bug of this program,
 * and going on could close or write somebody else's descriptor: nobody should catch it but the last line of a process.
 */
public final class SyscallDefect extends Error {
    private static final long serialVersionUID = 1L;

    SyscallDefect(String call, int errno) {
        super(call + ": " + Errno.render(errno));
    }
}
