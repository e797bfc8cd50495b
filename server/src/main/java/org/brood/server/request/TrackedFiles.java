package org.brood.server.request;

import org.brood.api.FileStatus;
import org.brood.api.Files;

/** Looks at files and notes what was seen as a cause. */
final class TrackedFiles implements Files {

    private final Causes causes;
    private final FileSource source;

    TrackedFiles(Causes causes, FileSource source) {
        this.causes = causes;
        this.source = source;
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
