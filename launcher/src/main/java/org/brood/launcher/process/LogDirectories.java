package org.brood.launcher.process;

import java.nio.file.Files;
import java.nio.file.Path;
import org.brood.conf.ConfigurationException;
import org.brood.conf.read.ServerConfiguration;
import org.brood.conf.read.VirtualHostConfiguration;
import org.brood.server.core.CoreKeys;

/** The folders of all error logs are there: {@code -t} finds that out too, before a start or a restart does. */
final class LogDirectories {
    private LogDirectories() {}

    /** @throws ConfigurationException with httpd's AH02291 for the first that is not */
    static void check(ServerConfiguration server, Path root) throws ConfigurationException {
        check(server.main().settings().get(CoreKeys.ERROR_LOG), root, "main error log");
        for (VirtualHostConfiguration host : server.virtualHosts()) {
            check(host.settings().get(CoreKeys.ERROR_LOG), root, "error log of vhost defined at " + host.source());
        }
    }

    private static void check(String name, Path root, String which) throws ConfigurationException {
        if (name.startsWith("|")) {
            return;
        }
        Path directory = root.resolve(name).normalize().getParent();
        if (directory == null || Files.isDirectory(directory)) {
            return;
        }
        String reason = Files.exists(directory) ? "(20)Not a directory" : "(2)No such file or directory";
        throw new ConfigurationException(
                null,
                reason + ": AH02291: Cannot access directory '" + directory + "/' for " + which
                        + "\nAH00014: Configuration check failed");
    }
}
