package org.brood.posix;

import java.lang.foreign.MemorySegment;

/**
 * statx(2) and not stat(2): one structure for all machines, and a symbol that glibc has had since 2.28. The structure, and a
 * path that is not unusually long, are put into the thread's own {@link CallState}, so that a look allocates nothing.
 */
final class StatusCalls {
    static final LibraryCall STATX = LibraryCall.ofInt("statx");

    private static final int AT_FDCWD = -100;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_BASIC_STATS = 0x7ff;

    private static final int PATH_OFFSET = FileStatusBuffer.BYTES;
    private static final int PATH_ROOM = CallState.SCRATCH_BYTES - PATH_OFFSET;
    private static final byte[] NO_PATH = {};

    private StatusCalls() {}

    static int ofDescriptor(int fd, FileStatusBuffer result) {
        return look(fd, NO_PATH, AT_EMPTY_PATH, result);
    }

    static int ofPath(byte[] path, boolean link, FileStatusBuffer result) {
        return look(AT_FDCWD, path, link ? AT_SYMLINK_NOFOLLOW : 0, result);
    }

    private static int look(int folder, byte[] path, int flags, FileStatusBuffer result) {
        CallState state = CallState.take();
        try {
            if (path.length >= PATH_ROOM) {
                try (NativeMemory name = NativeMemory.ofPath(path)) {
                    return call(state, folder, name.address(), flags, result);
                }
            }
            NativeMemory.putPath(path, state.scratch(), PATH_OFFSET);
            return call(state, folder, state.scratchAddress() + PATH_OFFSET, flags, result);
        } finally {
            state.giveBack();
        }
    }

    private static int call(CallState state, int folder, long path, int flags, FileStatusBuffer result) {
        MemorySegment structure = state.scratch();
        long status;
        do {
            status = STATX.once(state, folder, path, flags, STATX_BASIC_STATS, state.scratchAddress(), 0);
        } while (Syscall.interrupted(STATX.name(), status));
        if (status == 0) {
            result.fill(structure);
        }
        return (int) status;
    }
}
