package org.brood.posix;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;

/** Bytes of an open file by position, which neither uses nor moves the position that all sharers of the file have. */
public final class FileContent {
    private static final LibraryCall PREAD = LibraryCall.ofLong("pread");
    private static final LibraryCall PWRITE = LibraryCall.ofLong("pwrite");
    private static final LibraryCall FTRUNCATE = LibraryCall.ofInt("ftruncate");
    private static final LibraryCall FALLOCATE = LibraryCall.ofInt("posix_fallocate");
    private static final LibraryCall FCHOWN = LibraryCall.ofInt("fchown");
    private static final LibraryCall FCHMOD = LibraryCall.ofInt("fchmod");

    private FileContent() {}

    /** pread(2) into native memory. @return bytes read, 0 at the end */
    public static int read(int fd, MemorySegment buffer, long position) {
        long result = PREAD.attempt(fd, buffer.address(), buffer.byteSize(), position);
        Reference.reachabilityFence(buffer);
        return (int) PREAD.check(result);
    }

    /** pread(2) into an array, by way of native memory because the disk may have to be waited for. */
    public static int read(int fd, byte[] buffer, int offset, int length, long position) {
        try (NativeMemory memory = NativeMemory.ofBytes(length)) {
            int count = read(fd, memory.segment(), position);
            memory.copyTo(buffer, offset, count);
            return count;
        }
    }

    /** The whole of a file that nobody writes meanwhile, from its first byte, wherever its position is. */
    public static byte[] readAll(int fd) {
        byte[] content = new byte[Math.toIntExact(Files.status(fd).size())];
        int length = 0;
        int count = -1;
        while (length < content.length && count != 0) {
            count = read(fd, content, length, content.length - length, length);
            length += count;
        }
        return length == content.length ? content : Arrays.copyOf(content, length);
    }

    /** pwrite(2) from an array. @return bytes written, perhaps not all; @throws ErrnoException ENOSPC and the like */
    public static int write(int fd, byte[] buffer, int offset, int length, long position) {
        try (NativeMemory memory = NativeMemory.of(buffer, offset, length)) {
            return (int) PWRITE.check(PWRITE.attempt(fd, memory.address(), length, position));
        }
    }

    /** ftruncate(2): cuts off, or extends with zeroes. */
    public static void truncate(int fd, long size) {
        FTRUNCATE.check(FTRUNCATE.attempt(fd, size));
    }

    /** posix_fallocate(3): the first {@code size} bytes exist and have room on the disk. @throws ErrnoException ENOSPC */
    public static void reserve(int fd, long size) {
        int error = (int) FALLOCATE.attempt(fd, 0, size);
        if (error != 0) {
            throw new ErrnoException("posix_fallocate", error);
        }
    }

    /** fchown(2). */
    public static void owner(int fd, int uid, int gid) {
        FCHOWN.check(FCHOWN.attempt(fd, uid, gid));
    }

    /** fchmod(2). */
    public static void permissions(int fd, int mode) {
        FCHMOD.check(FCHMOD.attempt(fd, mode));
    }
}
