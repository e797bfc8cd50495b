package org.brood.posix;

/** Small files of proc(5), which are made up at the moment they are read. */
final class ProcFile {

    private ProcFile() {}

    /** Reads the file's beginning. @return how many bytes, 0 when it is not there or its process has gone meanwhile */
    static int read(String path, byte[] buffer) {
        int fd = Files.tryOpen(path, Files.O_RDONLY);
        if (fd < 0) {
            return 0;
        }
        try {
            return Math.max(Descriptors.read(fd, buffer, 0, buffer.length), 0);
        } catch (ErrnoException e) {
            return 0;
        } finally {
            Descriptors.close(fd);
        }
    }
}
