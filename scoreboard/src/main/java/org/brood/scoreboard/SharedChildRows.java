package org.brood.scoreboard;

import java.util.Objects;

/** A child's rows in shared memory. Each number stands by itself; who writes is said by {@link ChildRows}. */
final class SharedChildRows implements ChildRows {
    private final Scoreboard board;
    private final int slot;
    private final Cells cells;

    SharedChildRows(Scoreboard board, int slot, Cells cells) {
        this.board = board;
        this.slot = slot;
        this.cells = cells;
    }

    @Override
    public SharedWorkerRow worker(int index) {
        return board.workerRow(slot, Objects.checkIndex(index, board.shape().threads()));
    }

    @Override
    public SharedWorkerRow listener(int index) {
        return board.listenerRow(slot, Objects.checkIndex(index, board.shape().listeners()));
    }

    @Override
    public void quiescing() {
        cells.setInt(Layout.P_QUIESCING, 1);
    }

    @Override
    public void accepting(boolean accepting) {
        cells.setInt(Layout.P_NOT_ACCEPTING, accepting ? 0 : 1);
    }

    @Override
    public void connections(int total, int waiting, int writing, int keepAlive, int closing, int suspended) {
        cells.setInt(Layout.P_CONNECTIONS, total);
        cells.setInt(Layout.P_WAITING, waiting);
        cells.setInt(Layout.P_WRITING, writing);
        cells.setInt(Layout.P_KEEP_ALIVE, keepAlive);
        cells.setInt(Layout.P_CLOSING, closing);
        cells.setInt(Layout.P_SUSPENDED, suspended);
    }

    private void clearWords() {
        cells.setInt(Layout.P_QUIESCING, 0);
        accepting(true);
        connections(0, 0, 0, 0, 0, 0);
    }

    /** By the parent, once it has spawned the child: as many threads as the child will have are shown as starting. */
    void occupy(int pid, int generation, int threads) {
        clearWords();
        for (int i = 0; i < board.shape().threads(); i++) {
            worker(i).occupy(pid, generation, i, i < threads ? WorkerStatus.STARTING : WorkerStatus.DEAD);
        }
        for (int i = 0; i < board.shape().listeners(); i++) {
            listener(i).occupy(pid, generation, i, WorkerStatus.DEAD);
        }
        cells.setInt(Layout.P_GENERATION, generation);
        cells.setInt(Layout.P_PID, pid);
    }

    /** By the parent, once it has reaped the child: process and threads are gone, what counts per slot stays. */
    void vacate() {
        cells.setInt(Layout.P_PID, 0);
        clearWords();
        for (int i = 0; i < board.shape().threads(); i++) {
            worker(i).vacate();
        }
        for (int i = 0; i < board.shape().listeners(); i++) {
            listener(i).vacate();
        }
    }
}
