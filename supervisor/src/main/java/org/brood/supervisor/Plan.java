package org.brood.supervisor;

import java.util.List;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;
import org.brood.supervisor.files.ProcessSettings;
import org.brood.supervisor.listen.ListenSettings;
import org.brood.supervisor.log.LogLevel;

/**
 * One reading of the configuration, as far as the parent needs it. The rest goes to the children unread.
 *
 * @param mpm the module that decides how many children there are
 * @param settings what it made of its directives
 * @param listen the listening sockets
 * @param process pid file, user, group and so on
 * @param logs every log of the configuration, absolute file names or {@code |command}, the main error log first, none twice
 * @param level LogLevel of the main server for the MPM's module
 * @param configuration the server's own part for its children
 * @param description {@code Apache/2.4.63 (Unix)} and more, for the line that says that the server is up
 * @param built when this server was built
 * @param commandLine how the parent was called
 */
public record Plan(
        Mpm mpm,
        MpmSettings settings,
        ListenSettings listen,
        ProcessSettings process,
        List<String> logs,
        LogLevel level,
        byte[] configuration,
        String description,
        String built,
        String commandLine) {

    public Plan {
        logs = List.copyOf(logs);
        configuration = configuration.clone();
    }

    /** The same with other settings of the MPM. */
    Plan with(MpmSettings other) {
        return new Plan(mpm, other, listen, process, logs, level, configuration, description, built, commandLine);
    }

    @Override
    public byte[] configuration() {
        return configuration.clone();
    }
}
