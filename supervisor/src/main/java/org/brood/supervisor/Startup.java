package org.brood.supervisor;

import java.io.IOException;
import java.util.List;
import org.brood.supervisor.files.PidFile;
import org.brood.supervisor.listen.BindFailure;
import org.brood.supervisor.listen.Listeners;
import org.brood.supervisor.log.LogFiles;
import org.brood.supervisor.log.LogLevel;
import org.brood.supervisor.log.PipedLogs;

/** What the parent does once, before its first child; each failure is told on the console in httpd's words. */
final class Startup {
    private Startup() {}

    /** Binds and opens everything for generation 0. */
    static Generation first(Plan plan, Board board, Listeners listeners, PipedLogs pipes) throws StartFailure {
        try {
            listeners.prepare(plan.listen(), plan.settings().buckets()).apply();
            LogFiles logs = LogFiles.open(plan.logs(), pipes);
            return Generation.freeze(0, plan, logs, listeners.open(), board, System.nanoTime());
        } catch (BindFailure e) {
            throw new StartFailure(e.lines());
        } catch (LogFiles.Failure e) {
            throw new StartFailure(String.valueOf(e.getMessage()).lines().toList());
        }
    }

    static PidFile writePidFile(House house) throws StartFailure {
        PidFile file = new PidFile(house.plan().process().pidFile());
        boolean foreign = file.isForeign();
        try {
            file.write();
        } catch (IOException e) {
            throw new StartFailure(List.of(
                    reason(e) + ": AH00099: could not create " + file.path(),
                    "AH00100: httpd: could not log pid to file " + file.path()));
        }
        if (foreign) {
            house.log(
                    "core",
                    LogLevel.WARN,
                    "AH00098",
                    "pid file " + file.path() + " overwritten -- Unclean shutdown of previous Brood run?");
        }
        return file;
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.NoSuchFileException missing -> "(2)No such file or directory";
            case java.nio.file.AccessDeniedException denied -> "(13)Permission denied";
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** The lines that say that a generation is in force. */
    static void announce(House house) {
        Plan plan = house.plan();
        house.log(
                LogLevel.NOTICE,
                house.words().configured(),
                plan.description() + " configured -- resuming normal operations");
        house.log(LogLevel.INFO, house.words().built(), "Server built: " + plan.built());
        house.log("core", LogLevel.NOTICE, "AH00094", "Command line: '" + plan.commandLine() + "'");
    }
}
