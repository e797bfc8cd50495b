package org.brood.launcher.process;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.brood.conf.WarningSink;
import org.brood.launcher.commandline.CommandLine;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Files;
import org.brood.supervisor.log.ErrorLog;
import org.brood.supervisor.log.LogLevel;

/**
 * What is said before the error log is open: standard error, or the file of {@code -E}, as much of it as {@code -e} lets
 * through. Errors and warnings are bare lines, as in httpd; a remark of level info is a line of a log.
 */
final class StartupConsole implements WarningSink {
    private static final int STANDARD_ERROR = 2;
    private static final int MODE = 0644;

    private final PrintStream err;
    private final LogLevel level;

    StartupConsole(PrintStream err, LogLevel level) {
        this.err = err;
        this.level = level;
    }

    /** As a command line asks for. @param serverRoot what the file of {@code -E} is relative to */
    static StartupConsole of(CommandLine line, Path serverRoot, PrintStream err) {
        LogLevel level = line.startupLevel().flatMap(LogLevel::of).orElse(LogLevel.WARN);
        StartupConsole console = new StartupConsole(err, level);
        Optional<Path> file = line.startupLog().map(serverRoot::resolve);
        file.ifPresent(console::redirect);
        return console;
    }

    /** Standard error itself goes to the file, so that a child that cannot start writes there too. */
    private void redirect(Path file) {
        try {
            int fd = Files.openToAppend(file.toString(), MODE);
            Descriptors.dup2(fd, STANDARD_ERROR);
            Descriptors.close(fd);
        } catch (ErrnoException e) {
            error(e.rendered() + ": AH00086: httpd: could not open error log file " + file + ".");
        }
    }

    /** What ends the start. */
    void error(String text) {
        if (level.compareTo(LogLevel.CRIT) >= 0) {
            err.println(text);
        }
    }

    @Override
    public void warn(String id, String text) {
        if (!id.isEmpty() && level.compareTo(LogLevel.WARN) >= 0) {
            err.println(id + ": " + text);
        }
    }

    @Override
    public void inform(String id, String text) {
        err.flush();
        new ErrorLog(STANDARD_ERROR, "core", level).log(LogLevel.INFO, id, text);
    }
}
