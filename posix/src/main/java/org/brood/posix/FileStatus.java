package org.brood.posix;

/**
 * What stat(2) tells of a file.
 *
 * @param size bytes
 * @param modifiedNanos nanoseconds since 1970
 * @param mode type and permissions, see inode(7)
 */
public record FileStatus(long size, long modifiedNanos, int mode, long inode, long device, int uid, int gid) {
    private static final int S_IFMT = 0xf000;
    private static final int S_IFDIR = 0x4000;
    private static final int S_IFREG = 0x8000;
    private static final int S_IFLNK = 0xa000;

    public boolean isRegular() {
        return (mode & S_IFMT) == S_IFREG;
    }

    public boolean isDirectory() {
        return (mode & S_IFMT) == S_IFDIR;
    }

    public boolean isSymbolicLink() {
        return (mode & S_IFMT) == S_IFLNK;
    }

    public int permissions() {
        return mode & 0xfff;
    }

    /** The same file with the same content, as far as its status can tell. */
    public boolean isUnchangedSince(FileStatus earlier) {
        return inode == earlier.inode
                && device == earlier.device
                && size == earlier.size
                && modifiedNanos == earlier.modifiedNanos;
    }
}
