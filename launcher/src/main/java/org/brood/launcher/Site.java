package org.brood.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.launcher.commandline.CommandLine;
import org.brood.launcher.commandline.Run;
import org.brood.launcher.process.Parenthood;
import org.brood.launcher.process.StatusPipe;
import org.brood.launcher.report.Build;
import org.brood.posix.Processes;

/**
 * {@code brood run}: the default configuration in the foreground, told by httpd's own options what to serve and where. Files
 * that a run needs lie in a folder of its own in the temporary directory, so that a server that is installed, or a second
 * run on another port, is not disturbed.
 */
final class Site {
    private final Run run;
    private final Path home;
    private final BuiltIn builtIn;
    private final Build build;
    private final StatusPipe pipe;

    Site(Run run, Path home, BuiltIn builtIn, Build build, StatusPipe pipe) {
        this.run = run;
        this.home = home;
        this.builtIn = builtIn;
        this.build = build;
        this.pipe = pipe;
    }

    int serve() throws CommandLine.Mistake {
        List<String> arguments = new ArrayList<>(List.of("-D", "FOREGROUND", "-D", "CONSOLE"));
        directive(arguments, "Define PORT " + run.port());
        run.root().ifPresent(root -> directive(arguments, "Define SITE \"" + absolute(root) + "\""));
        run.mpm().ifPresent(mpm -> directive(arguments, "LoadModule " + BuiltIn.identifier(mpm) + " built-in"));
        String name = "brood-" + uid() + "-" + run.port() + ".pid";
        Path pidFile = Path.of(System.getProperty("java.io.tmpdir"), name);
        directive(arguments, "PidFile \"" + pidFile + "\"");
        arguments.addAll(run.others());
        CommandLine line = CommandLine.parse(arguments);
        return new Parenthood(line, arguments, home, builtIn, build, pipe)
                .welcome(this::banner)
                .answer();
    }

    /** Not by a system call: those are being bound still. */
    private static Object uid() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException("/proc is not there", e);
        }
    }

    private static void directive(List<String> arguments, String text) {
        arguments.addAll(List.of("-C", text));
    }

    private static Path absolute(String root) {
        return Path.of(root).toAbsolutePath().normalize();
    }

    private String banner(String mpm) {
        Path root = absolute(run.root().orElse(home.resolve("htdocs").toString()));
        return """

                  Brood %s serves %s
                  at   http://localhost:%d/   under the %s MPM

                  Stop with Ctrl-C. After a change of %s: kill -USR1 %d

                """.formatted(build.version(), root, run.port(), mpm, home.resolve("conf/httpd.conf"), Processes.pid());
    }
}
