package org.brood.posix;

/** Files by path; open(2), statx(2), unlink(2), rename(2), mkdir(2). Paths are UTF-8 unless they are given as bytes. */
public final class Files {
    private static final LibraryCall OPEN = LibraryCall.ofInt("open");

    private static final int O_RDONLY = 0;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;

    private Files() {}

    /** open(2) to read, closed on exec. Does not wait for the writer of a FIFO (O_NONBLOCK). */
    public static int openToRead(String path) {
        try (NativeMemory name = NativeMemory.of(path)) {
            return (int) OPEN.check(OPEN.attempt(name.address(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        }
    }
}
