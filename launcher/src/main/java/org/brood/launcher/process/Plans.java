package org.brood.launcher.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brood.api.Module;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Settings;
import org.brood.conf.read.ServerConfiguration;
import org.brood.conf.read.VirtualHostConfiguration;
import org.brood.launcher.ConfigurationFile;
import org.brood.launcher.ReadConfiguration;
import org.brood.launcher.report.Build;
import org.brood.mpm.spi.MpmSettings;
import org.brood.server.core.CoreKeys;
import org.brood.supervisor.Plan;
import org.brood.supervisor.PlanSource;
import org.brood.supervisor.files.ProcessChoices;
import org.brood.supervisor.files.ProcessDirectives;
import org.brood.supervisor.files.ProcessSettings;
import org.brood.supervisor.listen.ListenSettings;
import org.brood.supervisor.log.LogLevel;

/** Makes plans for the parent out of configurations. */
public final class Plans implements PlanSource {
    private final ConfigurationFile file;
    private final Build build;
    private final String commandText;

    /** @param commandText for the log: how we were called */
    Plans(ConfigurationFile file, Build build, String commandText) {
        this.file = file;
        this.build = build;
        this.commandText = commandText;
    }

    @Override
    public Plan read(Optional<MpmSettings> first, Warnings warnings) throws ConfigurationException {
        ReadConfiguration read = file.read(warnings::warn);
        Plan plan = plan(read, first, (consoleId, consoleText, logId, logText) -> warnings.warn(logId, logText));
        ProcessDirectives.refuseRoot(plan.process());
        return plan;
    }

    /** @throws ConfigurationException if the parts do not fit together */
    Plan plan(ReadConfiguration read, Optional<MpmSettings> first, org.brood.mpm.spi.Mpm.Warnings warnings)
            throws ConfigurationException {
        ServerConfiguration server = read.server();
        Settings settings = server.main().settings();
        Path root = Path.of(server.serverRoot());
        checkThreadSafety(read);
        LogDirectories.check(server, root);
        ListenSettings listen = settings.get(ListenSettings.KEY);
        if (listen.lines().isEmpty()) {
            throw new ConfigurationException(
                    null,
                    "no listening sockets available, shutting down (say Listen PORT)\nAH00015: Unable to open logs");
        }
        MpmSettings mpmSettings = read.mpm().settings(settings, first, warnings);
        ProcessSettings process = ProcessDirectives.settle(settings.get(ProcessChoices.KEY), root);
        return new Plan(
                read.mpm(),
                mpmSettings,
                listen,
                process,
                logs(read, root),
                level(server, read.mpm().name()),
                read.resolved().text().getBytes(StandardCharsets.UTF_8),
                build.description(),
                build.built(),
                commandText);
    }

    /** Every MPM but prefork runs several requests at once in a child. */
    private static void checkThreadSafety(ReadConfiguration read) throws ConfigurationException {
        if (!read.mpm().threaded()) {
            return;
        }
        for (Module module : read.modules()) {
            if (!module.threadSafe()) {
                throw new ConfigurationException(
                        null,
                        "AH00013: Pre-configuration failed: " + module.name()
                                + " says that it is not thread-safe, and the "
                                + read.mpm().name() + " MPM runs several requests at once: use LoadModule "
                                + "mpm_prefork_module, or do not load " + module.name());
            }
        }
    }

    private static List<String> logs(ReadConfiguration read, Path root) {
        ServerConfiguration server = read.server();
        List<VirtualHostConfiguration> hosts = new ArrayList<>();
        hosts.add(server.main());
        hosts.addAll(server.virtualHosts());
        Set<String> names = new LinkedHashSet<>();
        for (VirtualHostConfiguration host : hosts) {
            names.add(absolute(host.settings().get(CoreKeys.ERROR_LOG), root));
        }
        for (VirtualHostConfiguration host : hosts) {
            for (Module module : read.modules()) {
                names.addAll(module.logs(host.settings()));
            }
        }
        return List.copyOf(names);
    }

    static String absolute(String name, Path root) {
        return name.startsWith("|") ? name : root.resolve(name).normalize().toString();
    }

    private static LogLevel level(ServerConfiguration server, String mpm) {
        String word = server.main()
                .sections()
                .defaults()
                .get(CoreKeys.LOG_LEVEL)
                .of("mpm_" + mpm)
                .word();
        return LogLevel.of(word).orElse(LogLevel.WARN);
    }
}
