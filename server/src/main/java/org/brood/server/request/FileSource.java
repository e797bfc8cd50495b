package org.brood.server.request;

import org.brood.api.FileStatus;

/** stat(2) and lstat(2), as an exchange's files ask for them. Any thread that may block. */
@FunctionalInterface
public interface FileSource {

    /** @param link whether a symbolic link is looked at itself */
    FileStatus status(String file, boolean link);
}
