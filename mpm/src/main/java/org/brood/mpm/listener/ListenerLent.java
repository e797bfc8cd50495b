package org.brood.mpm.listener;

import org.brood.mpm.spi.LentThread;
import org.brood.scoreboard.WorkerRow;
import org.jspecify.annotations.Nullable;

/** A listener thread as a task sees it: it may not block, for all other connections would wait too. */
final class ListenerLent implements LentThread {
    private final WorkerRow row;
    private @Nullable Object scratch;

    ListenerLent(WorkerRow row) {
        this.row = row;
    }

    @Override
    public boolean mayBlock() {
        return false;
    }

    @Override
    public boolean awaitReadable(int socket, int timeoutMillis) {
        throw new IllegalStateException("a listener thread must not block: give HandOver");
    }

    @Override
    public boolean awaitWritable(int socket, int timeoutMillis) {
        throw new IllegalStateException("a listener thread must not block: give HandOver");
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
