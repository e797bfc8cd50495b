package org.brood.launcher;

import java.nio.file.Path;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.launcher.commandline.CommandLine;
import org.brood.launcher.commandline.Run;
import org.brood.launcher.commandline.Usage;
import org.brood.launcher.process.Parenthood;
import org.brood.launcher.process.StatusPipe;
import org.brood.launcher.report.Build;
import org.brood.launcher.report.ModuleLists;
import org.brood.posix.EarlyBinding;

/**
 * Main of the parent, and of every use of the command that only says something.
 *
 * <p>The script {@code brood} calls it with {@code -Dbrood.home}; its exit code goes to the script through the
 * {@link StatusPipe} when there is one, as this process may go on as the server.
 */
public final class Main {
    private final StatusPipe pipe;
    private final Path home;
    private final BuiltIn builtIn;
    private final Build build = Build.of(ConfigurationFile.COMPATIBLE_VERSION);

    private Main(StatusPipe pipe, Path home, BuiltIn builtIn) {
        this.pipe = pipe;
        this.home = home;
        this.builtIn = builtIn;
    }

    public static void main(String[] arguments) {
        EarlyBinding.begin();
        StatusPipe pipe = StatusPipe.inherited();
        Path home =
                Path.of(System.getProperty("brood.home", ".")).toAbsolutePath().normalize();
        int code = new Main(pipe, home, BuiltInModules.all()).run(List.of(arguments));
        System.out.flush();
        pipe.tell(code);
        System.exit(code);
    }

    private int run(List<String> arguments) {
        try {
            if (!arguments.isEmpty() && arguments.getFirst().equals("run")) {
                Run run = Run.parse(arguments.subList(1, arguments.size()));
                return new Site(run, home, builtIn, build, pipe).serve();
            }
            return answer(CommandLine.parse(arguments), arguments);
        } catch (CommandLine.Mistake e) {
            String text = String.valueOf(e.getMessage());
            if (!text.isEmpty()) {
                System.err.println("httpd: " + text);
            }
            System.err.print(Usage.text("brood"));
            return 1;
        }
    }

    private int answer(CommandLine line, List<String> arguments) {
        return switch (line.action()) {
            case VERSION -> say(build.versionText());
            case COMPILED_IN -> compiledIn();
            case SERVE, TEST, BUILD_SETTINGS, DIRECTIVES ->
                new Parenthood(line, arguments, home, builtIn, build, pipe).answer();
        };
    }

    private int compiledIn() {
        try {
            return say(ModuleLists.compiledIn(builtIn.present()));
        } catch (ConfigurationException e) {
            throw new IllegalStateException("nothing was configured", e);
        }
    }

    private static int say(String text) {
        System.out.print(text);
        return 0;
    }
}
