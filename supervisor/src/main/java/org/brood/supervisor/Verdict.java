package org.brood.supervisor;

import org.brood.mpm.spi.ChildExit;
import org.brood.posix.ChildState;
import org.brood.supervisor.child.Stage;

/**
 * What the end of a child means.
 *
 * <pre>
 *   exit code 15, current generation         FATAL       no child will do better: stop
 *   exit code 15, older generation           IGNORED     a warning
 *   exit code 7, or any but 0 before READY   SICK        slower; fatal if no child was ever healthy
 *   exit code 3 (the JVM ran out of memory)  CRASHED     replaced at once, told as what it is
 *   a signal, unless we sent it              CRASHED     replaced at once, unless deaths follow each other
 *   0, unasked                               ENDED       its budget is used up: replaced at once
 *   other codes, unasked                     CRASHED     replaced at once, told as what it is (16: a module called System.exit)
 *   anything after we asked it to end        EXPECTED    nothing to do
 * </pre>
 */
public enum Verdict {
    FATAL,
    IGNORED,
    SICK,
    CRASHED,
    ENDED,
    EXPECTED;

    /** The exit code of a JVM that runs with ExitOnOutOfMemoryError and ran out of memory. */
    static final int OUT_OF_MEMORY = 3;

    /** What an exit code that nobody asked for says of a child. */
    static String sentence(int code) {
        if (code == OUT_OF_MEMORY) {
            return "ran out of memory and has ended";
        }
        return code == ChildExit.MODULE.code()
                ? "has ended since a module called System.exit"
                : "has ended with exit code " + code + ", unasked";
    }

    static Verdict of(ChildState end, Stage stage, boolean current) {
        return switch (end) {
            case ChildState.Running running -> throw new IllegalStateException("it has not ended: " + running);
            case ChildState.Killed killed -> stage == Stage.STOPPING ? EXPECTED : CRASHED;
            case ChildState.Exited exited -> ofCode(exited.code(), stage, current);
        };
    }

    private static Verdict ofCode(int code, Stage stage, boolean current) {
        if (code == ChildExit.FATAL.code()) {
            return current ? FATAL : IGNORED;
        }
        if (code == ChildExit.SICK.code() || stage == Stage.STARTING && code != 0) {
            return SICK;
        }
        if (code == OUT_OF_MEMORY || code == ChildExit.MODULE.code()) {
            return CRASHED;
        }
        if (!stage.isActive()) {
            return EXPECTED;
        }
        return code == 0 ? ENDED : CRASHED;
    }
}
