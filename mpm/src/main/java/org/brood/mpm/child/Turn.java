package org.brood.mpm.child;

import org.brood.mpm.spi.ChildContext.ChildLog;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.LentThread;
import org.brood.mpm.spi.NextStep;

/**
 * A call of a task. An exception that escapes is a bug of the server's or of a module's; it ends this one connection. What
 * says that the process itself is broken (no memory, a wrong descriptor) passes through and ends the child. Any thread.
 */
public final class Turn {
    private final ChildLog log;

    public Turn(ChildLog log) {
        this.log = log;
    }

    public NextStep run(ConnectionTask task, LentThread thread) {
        try {
            return task.run(thread);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError bug) {
            return failed(bug);
        }
    }

    public NextStep timedOut(ConnectionTask task, LentThread thread) {
        try {
            return task.timedOut(thread);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError bug) {
            return failed(bug);
        }
    }

    private NextStep failed(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        log.log("error", "BR0501", "a connection was closed because its task failed: " + bug + where);
        return NextStep.CLOSE;
    }
}
