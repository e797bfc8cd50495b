package org.brood.mpm.child;

import org.brood.mpm.spi.LentThread;
import org.brood.posix.Poll;
import org.brood.scoreboard.WorkerRow;
import org.jspecify.annotations.Nullable;

/** A thread that may block, as a task sees it: it waits in poll(2). The owner of the call only. */
public final class WorkerThread implements LentThread {
    private final WorkerRow row;
    private @Nullable Object scratch;

    public WorkerThread(WorkerRow row) {
        this.row = row;
    }

    @Override
    public boolean mayBlock() {
        return true;
    }

    @Override
    public boolean awaitReadable(int socket, int timeoutMillis) {
        return Poll.readable(socket, timeoutMillis);
    }

    @Override
    public boolean awaitWritable(int socket, int timeoutMillis) {
        return Poll.writable(socket, timeoutMillis);
    }

    @Override
    public WorkerRow row() {
        return row;
    }

    @Override
    public @Nullable Object scratch() {
        return scratch;
    }

    @Override
    public void scratch(Object kept) {
        scratch = kept;
    }
}
