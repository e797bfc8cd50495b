package org.brood.supervisor.files;

import java.nio.file.Path;
import java.util.Optional;
import org.brood.supervisor.handover.Identity;

/**
 * Files and accounts of the server as a process, resolved.
 *
 * @param pidFile PidFile, absolute
 * @param scoreBoardFile ScoreBoardFile; empty = memory without a name
 * @param identity what the children become
 * @param coreDirectory CoreDumpDirectory, or ServerRoot
 */
public record ProcessSettings(Path pidFile, Optional<Path> scoreBoardFile, Identity identity, Path coreDirectory) {}
