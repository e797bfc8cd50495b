package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A struct statx that its owner keeps and has filled again and again, to look at a file without allocating. One thread. */
public final class FileStatusBuffer {
    private static final int BYTES = 256;
    private static final int UID = 20;
    private static final int GID = 24;
    private static final int MODE = 28;
    private static final int INODE = 32;
    private static final int SIZE = 40;
    private static final int MODIFIED_SECONDS = 112;
    private static final int MODIFIED_NANOS = 120;
    private static final int DEVICE_MAJOR = 136;
    private static final int DEVICE_MINOR = 140;

    private final MemorySegment memory = Arena.ofAuto().allocate(BYTES, 8);

    long address() {
        return memory.address();
    }

    /** Bytes. */
    public long size() {
        return memory.get(ValueLayout.JAVA_LONG, SIZE);
    }

    /** Nanoseconds since 1970. */
    public long modifiedNanos() {
        return memory.get(ValueLayout.JAVA_LONG, MODIFIED_SECONDS) * 1_000_000_000L
                + memory.get(ValueLayout.JAVA_INT, MODIFIED_NANOS);
    }

    public int mode() {
        return Short.toUnsignedInt(memory.get(ValueLayout.JAVA_SHORT, MODE));
    }

    public long inode() {
        return memory.get(ValueLayout.JAVA_LONG, INODE);
    }

    /** Major number in the upper half, minor in the lower: equal for files of one file system. */
    public long device() {
        return (long) memory.get(ValueLayout.JAVA_INT, DEVICE_MAJOR) << 32
                | memory.get(ValueLayout.JAVA_INT, DEVICE_MINOR) & 0xffff_ffffL;
    }

    /** All of it as a value. */
    public FileStatus status() {
        return new FileStatus(
                size(),
                modifiedNanos(),
                mode(),
                inode(),
                device(),
                memory.get(ValueLayout.JAVA_INT, UID),
                memory.get(ValueLayout.JAVA_INT, GID));
    }
}
