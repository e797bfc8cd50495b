package org.brood.api;

/**
 * What stat(2) tells of a name. A name that is not there has {@link Kind#ABSENT}: that is knowledge too, and answers that
 * rest on it are looked at again like others.
 *
 * @param mode permission bits
 * @param modifiedNanos nanoseconds since 1970
 * @param errno why there is no status: ENOENT, ENOTDIR, EACCES, ENAMETOOLONG ...; 0 when there is one
 */
public record FileStatus(
        Kind kind, long size, long modifiedNanos, long inode, long device, int mode, int uid, int gid, int errno) {

    public enum Kind {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        OTHER,
        ABSENT
    }

    public static FileStatus absent(int errno) {
        return new FileStatus(Kind.ABSENT, 0, 0, 0, 0, 0, 0, 0, errno);
    }

    public boolean exists() {
        return kind != Kind.ABSENT;
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }

    public boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }

    /** Modification time in whole microseconds, as apr_time_t and FileETag count it. */
    public long modifiedMicros() {
        return Math.floorDiv(modifiedNanos, 1000L);
    }
}
