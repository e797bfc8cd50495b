package org.brood.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What statx(2) told, to be filled again and again by its owner. One thread. */
public final class FileStatusBuffer {
    static final int BYTES = 256;
    private static final int UID = 20;
    private static final int GID = 24;
    private static final int MODE = 28;
    private static final int INODE = 32;
    private static final int SIZE = 40;
    private static final int MODIFIED_SECONDS = 112;
    private static final int MODIFIED_NANOS = 120;
    private static final int DEVICE_MAJOR = 136;
    private static final int DEVICE_MINOR = 140;

    private long size;
    private long modifiedNanos;
    private int mode;
    private long inode;
    private long device;
    private int uid;
    private int gid;

    /** Takes over what the kernel has written. */
    void fill(MemorySegment structure) {
        size = structure.get(ValueLayout.JAVA_LONG, SIZE);
        modifiedNanos = structure.get(ValueLayout.JAVA_LONG, MODIFIED_SECONDS) * 1_000_000_000L
                + structure.get(ValueLayout.JAVA_INT, MODIFIED_NANOS);
        mode = Short.toUnsignedInt(structure.get(ValueLayout.JAVA_SHORT, MODE));
        inode = structure.get(ValueLayout.JAVA_LONG, INODE);
        device = (long) structure.get(ValueLayout.JAVA_INT, DEVICE_MAJOR) << 32
                | structure.get(ValueLayout.JAVA_INT, DEVICE_MINOR) & 0xffff_ffffL;
        uid = structure.get(ValueLayout.JAVA_INT, UID);
        gid = structure.get(ValueLayout.JAVA_INT, GID);
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    /** Nanoseconds since 1970. */
    public long modifiedNanos() {
        return modifiedNanos;
    }

    public int mode() {
        return mode;
    }

    public long inode() {
        return inode;
    }

    /** Major number in the upper half, minor in the lower: equal for files of one file system. */
    public long device() {
        return device;
    }

    /** All of it as a value. */
    public FileStatus status() {
        return new FileStatus(size, modifiedNanos, mode, inode, device, uid, gid);
    }
}
