package org.brood.conformance.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Debian's apache2, without Debian's configuration. */
public record Apache() implements Product {

    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final Set<String> BUILT_IN = Set.of("so", "watchdog", "log_config", "logio", "version", "unixd");

    @Override
    public String name() {
        return "apache";
    }

    @Override
    public Path program() {
        return PROGRAM;
    }

    @Override
    public Optional<String> unavailable() {
        return Files.isExecutable(PROGRAM) && Files.isDirectory(MODULES)
                ? Optional.empty()
                : Optional.of("apache2 is not installed: " + PROGRAM + " and " + MODULES + " are needed");
    }

    @Override
    public boolean supports(Mpm mpm) {
        return mpm != Mpm.VIRTUAL;
    }

    @Override
    public String load(Mpm mpm, List<String> modules) {
        StringBuilder lines = new StringBuilder(line(mpm.module()));
        modules.stream().filter(module -> !BUILT_IN.contains(module)).forEach(module -> lines.append(line(module)));
        return lines.toString();
    }

    private static String line(String module) {
        return "LoadModule " + module + "_module " + MODULES + "/mod_" + module + ".so\n";
    }
}
