package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory behind a descriptor, so that processes can share it or hand it over: memfd_create(2), seals, mmap(2). */
public final class Memory {
    public static final int SEAL_SEAL = 1;
    public static final int SEAL_SHRINK = 2;
    public static final int SEAL_GROW = 4;
    public static final int SEAL_WRITE = 8;

    /** Nothing can change it any more, not even who made it. */
    public static final int SEAL_ALL = SEAL_SEAL | SEAL_SHRINK | SEAL_GROW | SEAL_WRITE;

    private static final int MFD_CLOEXEC = 1;
    private static final int MFD_ALLOW_SEALING = 2;
    private static final int F_ADD_SEALS = 1033;
    private static final int F_GET_SEALS = 1034;
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int MAP_SHARED = 1;
    private static final int MAP_PRIVATE = 2;

    private static final LibraryCall MEMFD_CREATE = LibraryCall.ofInt("memfd_create");
    private static final LibraryCall FCNTL = LibraryCall.ofInt("fcntl");
    private static final LibraryCall MMAP = LibraryCall.ofLong("mmap");
    private static final LibraryCall MUNMAP = LibraryCall.ofInt("munmap");

    private Memory() {}

    /** memfd_create(2): an empty file in memory that can be sealed. @param name for /proc only */
    public static int create(String name) {
        try (NativeMemory text = NativeMemory.of(name)) {
            return (int) MEMFD_CREATE.check(MEMFD_CREATE.attempt(text.address(), MFD_CLOEXEC | MFD_ALLOW_SEALING));
        }
    }

    /** Forbids for good what the seals name, to every holder of the file. @throws ErrnoException EBUSY while it is mapped */
    public static void seal(int fd, int seals) {
        FCNTL.check(FCNTL.attempt(fd, F_ADD_SEALS, seals));
    }

    /** The seals of a file made by {@link #create}. @throws ErrnoException EINVAL when the file cannot be sealed */
    public static int seals(int fd) {
        return (int) FCNTL.check(FCNTL.attempt(fd, F_GET_SEALS));
    }

    /**
     * Maps the first {@code size} bytes of a file, shared with all who map it; unmapped when the arena is closed. The file
     * must stay that long (touching a page beyond its end is a SIGBUS), so seal it against shrinking or keep it private.
     *
     * <p>A mapping that is only read is MAP_PRIVATE, which shows the same pages: before Linux 6.7 a file sealed against
     * writing could not be mapped MAP_SHARED at all (EPERM).
     */
    public static MemorySegment map(int fd, long size, boolean writable, Arena arena) {
        int protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
        int sharing = writable ? MAP_SHARED : MAP_PRIVATE;
        long address = MMAP.check(MMAP.attempt(0, size, protection, sharing, fd, 0));
        MemorySegment mapped = MemorySegment.ofAddress(address)
                .reinterpret(size, arena, segment -> MUNMAP.check(MUNMAP.attempt(segment.address(), size)));
        return writable ? mapped : mapped.asReadOnly();
    }
}
