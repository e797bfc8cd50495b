package org.brood.posix;

import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

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
    private static final LibraryCall STATX = LibraryCall.ofInt("statx");

    private static final int AT_FDCWD = -100;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_BASIC_STATS = 0x7ff;

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
        STATX.check(tryStatus(path, result));
        return result.status();
    }

    /** lstat(2): of a symbolic link, the link itself. */
    public static FileStatus linkStatus(String path) {
        FileStatusBuffer result = new FileStatusBuffer();
        STATX.check(tryLinkStatus(path, result));
        return result.status();
    }

    /** fstat(2). */
    public static FileStatus status(int fd) {
        FileStatusBuffer result = new FileStatusBuffer();
        status(fd, result);
        return result.status();
    }

    /** fstat(2). */
    public static void status(int fd, FileStatusBuffer result) {
        CallState state = CallState.take();
        try {
            state.scratch().set(ValueLayout.JAVA_BYTE, 0, (byte) 0);
            STATX.check(statx(fd, state.scratchAddress(), AT_EMPTY_PATH, result));
        } finally {
            state.giveBack();
        }
    }

    /** stat(2). @return 0, or the negated errno, and then {@code result} says nothing */
    public static int tryStatus(String path, FileStatusBuffer result) {
        try (NativeMemory name = NativeMemory.of(path)) {
            return statx(AT_FDCWD, name.address(), 0, result);
        }
    }

    /** As {@link #tryStatus(String, FileStatusBuffer)}. */
    public static int tryStatus(byte[] path, FileStatusBuffer result) {
        try (NativeMemory name = NativeMemory.ofPath(path)) {
            return statx(AT_FDCWD, name.address(), 0, result);
        }
    }

    /** lstat(2). @return 0, or the negated errno, and then {@code result} says nothing */
    public static int tryLinkStatus(String path, FileStatusBuffer result) {
        try (NativeMemory name = NativeMemory.of(path)) {
            return statx(AT_FDCWD, name.address(), AT_SYMLINK_NOFOLLOW, result);
        }
    }

    /** statx(2) and not stat(2): one structure for all machines, and a symbol that glibc has had since 2.28. */
    private static int statx(int folder, long path, int flags, FileStatusBuffer result) {
        long status = STATX.attempt(folder, path, flags, STATX_BASIC_STATS, result.address());
        Reference.reachabilityFence(result);
        return (int) status;
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
