package org.brood.supervisor.files;

import java.util.Optional;
import org.brood.conf.SettingsKey;

/**
 * What the directives about the server as a process say, as written; {@link ProcessSettings} is what comes of them.
 *
 * @param user User, {@code name} or {@code #number}
 * @param group Group, likewise
 */
public record ProcessChoices(
        Optional<String> pidFile,
        Optional<String> scoreBoardFile,
        Optional<String> runtimeDirectory,
        Optional<String> coreDirectory,
        Optional<String> user,
        Optional<String> group,
        Optional<String> chroot) {

    /** Server-wide: the main server's value is the only one. */
    public static final SettingsKey<ProcessChoices> KEY =
            SettingsKey.server("process", none(), (outer, inner) -> inner);

    private static ProcessChoices none() {
        Optional<String> nothing = Optional.empty();
        return new ProcessChoices(nothing, nothing, nothing, nothing, nothing, nothing, nothing);
    }

    ProcessChoices withPidFile(String file) {
        return new ProcessChoices(
                Optional.of(file), scoreBoardFile, runtimeDirectory, coreDirectory, user, group, chroot);
    }

    ProcessChoices withScoreBoardFile(String file) {
        return new ProcessChoices(pidFile, Optional.of(file), runtimeDirectory, coreDirectory, user, group, chroot);
    }

    ProcessChoices withRuntimeDirectory(String directory) {
        return new ProcessChoices(pidFile, scoreBoardFile, Optional.of(directory), coreDirectory, user, group, chroot);
    }

    ProcessChoices withCoreDirectory(String directory) {
        return new ProcessChoices(
                pidFile, scoreBoardFile, runtimeDirectory, Optional.of(directory), user, group, chroot);
    }

    ProcessChoices withUser(String name) {
        return new ProcessChoices(
                pidFile, scoreBoardFile, runtimeDirectory, coreDirectory, Optional.of(name), group, chroot);
    }

    ProcessChoices withGroup(String name) {
        return new ProcessChoices(
                pidFile, scoreBoardFile, runtimeDirectory, coreDirectory, user, Optional.of(name), chroot);
    }

    ProcessChoices withChroot(String directory) {
        return new ProcessChoices(
                pidFile, scoreBoardFile, runtimeDirectory, coreDirectory, user, group, Optional.of(directory));
    }
}
