package org.brood.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Brood, with the configuration that httpd gets.
 *
 * @param launcher the script {@code brood} at the top of the repository
 */
public record Brood(Mpm mpm, Path launcher) implements Server {
    /** A child is a JVM: more of them than this say nothing new and fill the reference machine. */
    private static final int MOST_PROCESSES = 80;

    private static final int MOST_THREADS = 4096;

    @Override
    public String name() {
        return "brood-" + mpm.word();
    }

    @Override
    public Optional<String> missing() {
        return Files.isExecutable(launcher) ? Optional.empty() : Optional.of("there is no script brood here");
    }

    @Override
    public Optional<String> unfit(Sizing sizing, Need need) {
        return mpm.unfit(sizing, MOST_PROCESSES, MOST_THREADS);
    }

    @Override
    public Optional<String> restartSignal() {
        return Optional.of("USR1");
    }

    @Override
    public List<String> prepare(Setup setup) throws IOException {
        Path home = setup.directory();
        Path file = home.resolve("conf").resolve("httpd.conf");
        Files.createDirectories(file.getParent());
        Files.writeString(home.resolve("mime.types"), "text/html html\n");
        String mpmLine = "LoadModule mpm_" + mpm.word() + "_module modules/mod_mpm_" + mpm.word() + ".so";
        Files.writeString(file, HttpdConfiguration.text(setup, mpmLine, mpm));
        return List.of(launcher.toString(), "-d", home.toString(), "-f", file.toString(), "-DFOREGROUND");
    }
}
