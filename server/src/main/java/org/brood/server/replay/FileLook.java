package org.brood.server.replay;

import org.brood.api.FileStatus;
import org.brood.posix.FileStatusBuffer;
import org.brood.posix.Files;

/** stat(2) and lstat(2) in the words of the api. Any thread. */
public final class FileLook {
    private static final int FORMAT = 0170000;

    private FileLook() {}

    /** The state of a name now. */
    public static FileStatus status(String file, boolean link) {
        FileStatusBuffer buffer = new FileStatusBuffer();
        int result = link ? Files.tryLinkStatus(file, buffer) : Files.tryStatus(file, buffer);
        return result < 0 ? FileStatus.absent(-result) : of(buffer);
    }

    static boolean same(byte[] name, boolean link, FileStatus seen) {
        FileStatusBuffer buffer = new FileStatusBuffer();
        int result = link ? Files.tryLinkStatus(name, buffer) : Files.tryStatus(name, buffer);
        if (result < 0) {
            return !seen.exists() && seen.errno() == -result;
        }
        return seen.exists()
                && buffer.inode() == seen.inode()
                && buffer.size() == seen.size()
                && buffer.modifiedNanos() == seen.modifiedNanos()
                && (buffer.mode() & 07777) == seen.mode()
                && buffer.device() == seen.device();
    }

    private static FileStatus of(FileStatusBuffer buffer) {
        org.brood.posix.FileStatus status = buffer.status();
        return new FileStatus(
                kind(status.mode() & FORMAT),
                status.size(),
                status.modifiedNanos(),
                status.inode(),
                status.device(),
                status.permissions(),
                status.uid(),
                status.gid(),
                0);
    }

    private static FileStatus.Kind kind(int format) {
        return switch (format) {
            case 0100000 -> FileStatus.Kind.FILE;
            case 0040000 -> FileStatus.Kind.DIRECTORY;
            case 0120000 -> FileStatus.Kind.SYMBOLIC_LINK;
            default -> FileStatus.Kind.OTHER;
        };
    }
}
