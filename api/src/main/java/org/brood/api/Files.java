package org.brood.api;

/**
 * The only way for a hook to ask about files by which an answer stays replayable: what was asked is remembered with the
 * answer, and a change of it makes the answer be worked out again.
 */
public interface Files {

    /** stat(2): links are followed. */
    FileStatus status(String file);

    /** lstat(2): a link is itself. */
    FileStatus linkStatus(String file);
}
