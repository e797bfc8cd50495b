package org.brood.posix;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Files by path. Paths are UTF-8, or bytes as they are ({@code byte[]}: a name in a file system need not be text).
 *
 * <p>That a file is missing or may not be read is an everyday answer to a web server, so {@code tryOpen} and
 * {@code tryStatus} give it as a value, the negated errno; the others throw {@link ErrnoException}.
 */
public final class Files {
    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 0x40;
    public static final int O_EXCL = 0x80;
    public static final int O_TRUNC = 0x200;
    public static final int O_APPEND = 0x400;
    public static final int O_NONBLOCK = 0x800;

    /** Refuse anything but a directory (ENOTDIR). */
    public static final int O_DIRECTORY = onX86() ? 0x10000 : 0x4000;

    /** Refuse a symbolic link as the last component (ELOOP). */
    public static final int O_NOFOLLOW = onX86() ? 0x20000 : 0x8000;

    private static final int O_CLOEXEC = 0x80000;

    private static final LibraryCall OPEN = LibraryCall.ofInt("open");

    private Files() {}

    private static boolean onX86() {
        return "amd64".equals(System.getProperty("os.arch"));
    }

    /** open(2), closed on exec. @param mode permissions of a new file, before the umask */
    public static int open(String path, int flags, int mode) {
        try (NativeMemory name = NativeMemory.of(path)) {
            return (int) OPEN.check(OPEN.attempt(name.address(), flags | O_CLOEXEC, mode));
        }
    }

    /** {@link #open} to read. Does not wait for the writer of a FIFO (O_NONBLOCK). */
    public static int openToRead(String path) {
        return open(path, O_RDONLY | O_NONBLOCK, 0);
    }

    /** {@link #open} to append, made when missing: for logs. */
    public static int openToAppend(String path, int mode) {
        return open(path, O_WRONLY | O_APPEND | O_CREAT, mode);
    }

    /** open(2) without creating. @return the descriptor, or the negated errno ({@code -Errno.ENOENT}, ...) */
    public static int tryOpen(String path, int flags) {
        try (NativeMemory name = NativeMemory.of(path)) {
            return (int) OPEN.attempt(name.address(), flags | O_CLOEXEC);
        }
    }

    /** As {@link #tryOpen(String, int)}. */
    public static int tryOpen(byte[] path, int flags) {
        try (NativeMemory name = NativeMemory.ofPath(path)) {
            return (int) OPEN.attempt(name.address(), flags | O_CLOEXEC);
        }
    }

    /** stat(2). */
    public static FileStatus status(String path) {
        FileStatusBuffer result = new FileStatusBuffer();
        StatusCalls.STATX.check(tryStatus(path, result));
        return result.status();
    }

    /** lstat(2): of a symbolic link, the link itself. */
    public static FileStatus linkStatus(String path) {
        FileStatusBuffer result = new FileStatusBuffer();
        StatusCalls.STATX.check(tryLinkStatus(path, result));
        return result.status();
    }

    /** fstat(2). */
    public static FileStatus status(int fd) {
        FileStatusBuffer result = new FileStatusBuffer();
        StatusCalls.STATX.check(StatusCalls.ofDescriptor(fd, result));
        return result.status();
    }

    /** stat(2). @return 0, or the negated errno, and then {@code result} says nothing */
    public static int tryStatus(String path, FileStatusBuffer result) {
        return tryStatus(path.getBytes(UTF_8), result);
    }

    /** As {@link #tryStatus(String, FileStatusBuffer)}. */
    public static int tryStatus(byte[] path, FileStatusBuffer result) {
        return StatusCalls.ofPath(path, false, result);
    }

    /** lstat(2). @return 0, or the negated errno, and then {@code result} says nothing */
    public static int tryLinkStatus(String path, FileStatusBuffer result) {
        return tryLinkStatus(path.getBytes(UTF_8), result);
    }

    /** As {@link #tryLinkStatus(String, FileStatusBuffer)}. */
    public static int tryLinkStatus(byte[] path, FileStatusBuffer result) {
        return StatusCalls.ofPath(path, true, result);
    }

    /** unlink(2). */
    public static void unlink(String path) {
        PathCalls.unlink(path);
    }

    /** rename(2): replaces {@code target} in one step. */
    public static void rename(String source, String target) {
        PathCalls.rename(source, target);
    }

    /** mkdir(2). */
    public static void makeDirectory(String path, int mode) {
        PathCalls.makeDirectory(path, mode);
    }

    /** chown(2). */
    public static void owner(String path, int uid, int gid) {
        PathCalls.owner(path, uid, gid);
    }
}
