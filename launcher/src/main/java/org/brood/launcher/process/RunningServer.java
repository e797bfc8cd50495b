package org.brood.launcher.process;

import java.io.PrintStream;
import java.util.OptionalInt;
import org.brood.launcher.commandline.CommandLine.Verb;
import org.brood.posix.ErrnoException;
import org.brood.posix.Processes;
import org.brood.posix.Signal;
import org.brood.supervisor.files.PidFile;

/** {@code -k}: what is done to a server that runs already, found by its pid file. Words and exit codes are httpd's. */
public final class RunningServer {
    private final PidFile pidFile;
    private final PrintStream out;
    private final PrintStream err;

    public RunningServer(PidFile pidFile, PrintStream out, PrintStream err) {
        this.pidFile = pidFile;
        this.out = out;
        this.err = err;
    }

    /** What comes of a verb. */
    public enum Outcome {
        /** Nothing runs: go on and start. */
        START,
        /** Done; exit with 0. */
        DONE,
        /** It went wrong and was told; exit with 1. */
        FAILED
    }

    public Outcome obey(Verb verb) {
        OptionalInt recorded;
        try {
            recorded = pidFile.read();
        } catch (PidFile.Corrupt e) {
            err.println(e.getMessage());
            return Outcome.FAILED;
        }
        boolean running = recorded.isPresent() && Processes.exists(recorded.getAsInt());
        return switch (verb) {
            case NONE, START -> start(recorded, running);
            case STOP -> stop(recorded, running, Signal.TERM);
            case GRACEFUL_STOP -> stop(recorded, running, Signal.WINCH);
            case RESTART -> restart(recorded, running, Signal.HUP);
            case GRACEFUL -> restart(recorded, running, Signal.USR1);
        };
    }

    private Outcome start(OptionalInt pid, boolean running) {
        if (!running) {
            return Outcome.START;
        }
        out.println("httpd (pid " + pid.getAsInt() + ") already running");
        return Outcome.DONE;
    }

    private Outcome stop(OptionalInt pid, boolean running, Signal signal) {
        if (running) {
            return signal(pid.getAsInt(), signal);
        }
        String what = pid.isPresent() ? "pid " + pid.getAsInt() + "?" : "no pid file";
        out.println("httpd (" + what + ") not running");
        return Outcome.DONE;
    }

    private Outcome restart(OptionalInt pid, boolean running, Signal signal) {
        if (running) {
            return signal(pid.getAsInt(), signal);
        }
        out.println("httpd not running, trying to start");
        return Outcome.START;
    }

    private Outcome signal(int pid, Signal signal) {
        try {
            Processes.kill(pid, signal);
            return Outcome.DONE;
        } catch (ErrnoException e) {
            err.println(e.rendered() + ": AH00057: sending signal to server");
            return Outcome.FAILED;
        }
    }
}
