package org.brood.server.request;

import org.brood.api.FileStatus;
import org.brood.api.Files;

/** Looks at files and notes what was seen as a cause. */
public final class TrackedFiles implements Files {

    private final Causes causes;
    private final FileSource source;

    TrackedFiles(Causes causes, FileSource source) {
        this.causes = causes;
        this.source = source;
    }

    /** Looks without noting; who uses what is seen {@link #note notes} it, or something that could not be as it is without it. */
    public FileStatus glance(String file) {
        return source.status(file, false);
    }

    public void note(String file, FileStatus seen) {
        causes.file(new Causes.FileCause(file, seen, false, false));
    }

    private FileStatus look(String file, boolean link, boolean eager) {
        FileStatus status = source.status(file, link);
        causes.file(new Causes.FileCause(file, status, link, eager));
        return status;
    }

    @Override
    public FileStatus status(String file) {
        return look(file, false, false);
    }

    @Override
    public FileStatus linkStatus(String file) {
        return look(file, true, false);
    }

    FileStatus eagerly(String file) {
        return look(file, false, true);
    }
}
