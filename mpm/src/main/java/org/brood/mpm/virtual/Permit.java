package org.brood.mpm.virtual;

import org.brood.mpm.spi.LentThread;
import org.brood.posix.Poll;
import org.brood.scoreboard.WorkerRow;
import org.jspecify.annotations.Nullable;

/** The right to work on a request, as a task sees it: a thread that may block. The holder only. */
final class Permit implements LentThread {
    private final WorkerRow row;
    private final DescriptorWatch watch;
    private @Nullable Object scratch;

    Permit(WorkerRow row, DescriptorWatch watch) {
        this.row = row;
        this.watch = watch;
    }

    @Override
    public boolean mayBlock() {
        return true;
    }

    @Override
    public boolean awaitReadable(int socket, int timeoutMillis) {
        return watch.await(socket, Poll.IN, timeoutMillis);
    }

    @Override
    public boolean awaitWritable(int socket, int timeoutMillis) {
        return watch.await(socket, Poll.OUT, timeoutMillis);
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
