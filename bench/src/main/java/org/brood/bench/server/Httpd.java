package org.brood.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Apache httpd as Debian packages it, with no more modules than the work needs. Large files go by sendfile; small ones are
 * read, not mapped, which is the cheaper way for a kilobyte.
 */
public record Httpd(Mpm mpm) implements Server {
    private static final String PROGRAM = "apache2";
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final int MOST_PROCESSES = 300;
    private static final int MOST_THREADS = 4096;

    @Override
    public String name() {
        return "httpd-" + mpm.word();
    }

    @Override
    public Optional<String> missing() {
        boolean here = Programs.find(PROGRAM).isPresent() && Files.exists(module("mpm_" + mpm.word()));
        return here ? Optional.empty() : Optional.of("apache2 is not installed");
    }

    @Override
    public Optional<String> unfit(Sizing sizing, Need need) {
        return need == Need.BLOCKING_HANDLER
                ? Optional.of("has no such handler")
                : mpm.unfit(sizing, MOST_PROCESSES, MOST_THREADS);
    }

    @Override
    public Optional<String> restartSignal() {
        return Optional.of("USR1");
    }

    @Override
    public List<String> prepare(Setup setup) throws IOException {
        Path file = setup.directory().resolve("httpd.conf");
        String scriptSocket = mpm == Mpm.PREFORK || !setup.sizing().scripts()
                ? ""
                : "ScriptSock " + setup.directory() + "/cgid.sock\n";
        Files.writeString(setup.directory().resolve("mime.types"), "text/html html\n");
        Files.writeString(file, HttpdConfiguration.text(setup, loads(setup), mpm) + scriptSocket);
        String home = setup.directory().toString();
        return List.of(Programs.path(PROGRAM), "-d", home, "-f", file.toString(), "-DFOREGROUND");
    }

    private String loads(Setup setup) {
        List<String> names =
                new ArrayList<>(List.of("mpm_" + mpm.word(), "authz_core", "mime", "dir", "autoindex", "alias"));
        if (setup.sizing().scripts()) {
            names.add(mpm == Mpm.PREFORK ? "cgi" : "cgid");
        }
        return String.join(
                "\n",
                names.stream()
                        .map(name -> "LoadModule " + name + "_module " + module(name))
                        .toList());
    }

    private static Path module(String name) {
        return MODULES.resolve("mod_" + name + ".so");
    }
}
