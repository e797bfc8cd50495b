package org.brood.launcher.process;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.brood.conf.ConfigurationException;
import org.brood.conf.read.ServerConfiguration;
import org.brood.launcher.BuiltIn;
import org.brood.launcher.ConfigurationFile;
import org.brood.launcher.ReadConfiguration;
import org.brood.launcher.commandline.CommandLine;
import org.brood.launcher.report.Build;
import org.brood.launcher.report.ModuleLists;
import org.brood.launcher.report.RunReport;
import org.brood.posix.ErrnoException;
import org.brood.posix.Processes;
import org.brood.supervisor.Parent;
import org.brood.supervisor.Plan;
import org.brood.supervisor.SharedBoard;
import org.brood.supervisor.StartFailure;
import org.brood.supervisor.files.PidFile;
import org.brood.supervisor.files.ProcessDirectives;
import org.jspecify.annotations.Nullable;

/**
 * From a command line to an exit code: reads the configuration, then says what was asked for, tells a running server, or
 * becomes the parent of a new one. Console texts are httpd's.
 */
public final class Parenthood {
    private final CommandLine line;
    private final List<String> arguments;
    private final Path home;
    private final BuiltIn builtIn;
    private final Build build;
    private final StatusPipe pipe;
    private final ConfigurationFile file;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final StartupConsole console;
    private @Nullable UnaryOperator<String> welcome;

    /** @param arguments as given, for the log */
    public Parenthood(
            CommandLine line, List<String> arguments, Path home, BuiltIn builtIn, Build build, StatusPipe pipe) {
        this.line = line;
        this.arguments = List.copyOf(arguments);
        this.home = home;
        this.builtIn = builtIn;
        this.build = build;
        this.pipe = pipe;
        this.file = new ConfigurationFile(line, builtIn, home);
        this.console = StartupConsole.of(line, file.serverRoot(), err);
    }

    /** What to print once the server serves. @param text given the MPM's name */
    public Parenthood welcome(UnaryOperator<String> text) {
        welcome = text;
        return this;
    }

    /** @return the exit code */
    public int answer() {
        try {
            ReadConfiguration read = file.read(console);
            Plans plans = new Plans(file, build, commandText());
            Plan plan = plans.plan(
                    read,
                    Optional.empty(),
                    (consoleId, consoleText, logId, logText) -> console.warn(consoleId, consoleText));
            return switch (line.action()) {
                case BUILD_SETTINGS ->
                    say(build.settingsText(read.mpm().name(), read.mpm().threaded(), home));
                case DIRECTIVES ->
                    say(ModuleLists.directives(read.server().vocabulary().present()));
                case TEST -> report(read, plan);
                case SERVE, VERSION, COMPILED_IN -> serve(read, plan, plans);
            };
        } catch (ConfigurationException e) {
            console.error((e.isWhileReading() ? "httpd: " : "") + e.report());
            return 1;
        }
    }

    private String commandText() {
        String words = String.join(" ", arguments);
        return words.isEmpty() ? "brood" : "brood " + words;
    }

    private int say(String text) {
        out.print(text);
        return 0;
    }

    private int report(ReadConfiguration read, Plan plan) {
        ServerConfiguration server = read.server();
        if (line.defines("DUMP_VHOSTS")) {
            out.print(RunReport.virtualHosts(server));
        }
        if (line.defines("DUMP_RUN_CFG")) {
            out.print(RunSettings.text(read, plan));
        }
        if (line.defines("DUMP_MODULES")) {
            out.print(ModuleLists.loaded(
                    server.vocabulary().present(), read.resolved().modules()));
        }
        if (line.defines("DUMP_INCLUDES")) {
            out.println("Included configuration files:");
            read.resolved().included().forEach(out::println);
        }
        if (!line.dumps()) {
            err.println("Syntax OK");
        }
        return 0;
    }

    private int serve(ReadConfiguration read, Plan plan, Plans plans) throws ConfigurationException {
        PidFile pidFile = new PidFile(plan.process().pidFile());
        return switch (new RunningServer(pidFile, out, err).obey(line.verb())) {
            case DONE -> 0;
            case FAILED -> 1;
            case START -> start(read, plan, plans);
        };
    }

    private int start(ReadConfiguration read, Plan plan, Plans plans) throws ConfigurationException {
        ProcessDirectives.refuseRoot(plan.process());
        return line.isOneProcess() ? OneProcess.serve(builtIn, plan, read) : parent(plan, plans);
    }

    private int parent(Plan plan, Plans plans) {
        boolean background = pipe.isOpen() && !line.isForeground();
        if (background || line.defines("NO_DETACH")) {
            leaveSession();
        }
        try {
            Parent parent = new Parent(
                    plan,
                    plans,
                    SharedBoard.create(plan.settings(), plan.process().scoreBoardFile()),
                    SharedBoard.slots(plan.settings()),
                    new Parent.Manner(
                            childCommand(plan), !background && Terminal.isOurs(), () -> ready(plan, background)));
            int code = parent.run();
            if (code != 0 && pipe.isOpen()) {
                err.println(
                        "the server could not be started: see " + plan.logs().getFirst());
            }
            return code;
        } catch (StartFailure e) {
            e.lines().forEach(err::println);
        } catch (ErrnoException e) {
            err.println(e.rendered() + ": AH00004: Fatal error creating scoreboard "
                    + plan.process().scoreBoardFile().map(Path::toString).orElse("in memory"));
        }
        return 1;
    }

    private void ready(Plan plan, boolean background) {
        if (welcome != null) {
            out.print(welcome.apply(plan.mpm().name()));
            out.flush();
        }
        pipe.tell(0);
        if (background) {
            StatusPipe.leaveTerminal();
        }
    }

    private static void leaveSession() {
        try {
            Processes.newSession();
        } catch (ErrnoException e) {
            return; // a group's leader already: started by hand, not by the script
        }
    }

    private List<String> childCommand(Plan plan) {
        Path launcher = home.resolve("lib/brood-launcher.jar");
        return ChildCommand.of(
                Path.of(System.getProperty("java.home")),
                home,
                Files.exists(launcher) ? launcher.toString() : System.getProperty("java.class.path"),
                "org.brood.launcher.ChildMain",
                plan.settings(),
                Runtime.getRuntime().availableProcessors(),
                System.getenv());
    }
}
