package org.brood.supervisor.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveUse;
import org.brood.conf.FileChecks;

/** {@code Mutex mechanism[:file] [default|name] ... [OmitPID]}: held against httpd's rules, and then not needed. */
final class MutexLine {
    private static final List<String> IN_MEMORY =
            List.of("none", "no", "default", "yes", "pthread", "sysvsem", "posixsem", "sem");
    private static final List<String> WITH_FILE = List.of("flock", "fcntl", "file");
    private static final String MECHANISMS = "Mutex mechanisms are: 'none', 'default', 'flock:/path/to/file', "
            + "'fcntl:/path/to/file', 'file:/path/to/file', 'pthread', 'sysvsem', 'posixsem', 'sem'";

    private MutexLine() {}

    static void check(DirectiveUse use) throws ConfigurationException {
        if (use.arguments().isEmpty()) {
            throw new ConfigurationException(use.source(), "Mutex requires at least one argument");
        }
        String word = use.argument(0);
        int colon = word.indexOf(':');
        String mechanism = (colon < 0 ? word : word.substring(0, colon)).toLowerCase(Locale.ROOT);
        if (WITH_FILE.contains(mechanism)) {
            checkDirectory(use, colon < 0 ? "" : word.substring(colon + 1));
        } else if (!IN_MEMORY.contains(mechanism)) {
            throw new ConfigurationException(use.source(), "Invalid Mutex argument " + word + " (" + MECHANISMS + ")");
        }
    }

    private static void checkDirectory(DirectiveUse use, String file) throws ConfigurationException {
        Path directory = use.serverRelative(file);
        if (!file.isEmpty() && use.fileChecks() != FileChecks.NONE && !Files.isDirectory(directory)) {
            throw new ConfigurationException(use.source(), "Invalid Mutex directory in argument " + use.argument(0));
        }
    }
}
