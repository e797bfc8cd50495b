package org.brood.supervisor;

import org.brood.posix.Memory;

/** A scoreboard that children of these tests do not write: every child says that it is idle. */
final class TestBoard implements Board {
    private final int memory = Memory.create("test-board");

    @Override
    public int descriptor() {
        return memory;
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public void started(int slot, int pid, int generation, int threads) {}

    @Override
    public void ended(int slot) {}

    @Override
    public void generation(int number, boolean clear) {}

    @Override
    public void second() {}

    @Override
    public Load load(int slot, int threads) {
        return new Load(false, true, threads, 0);
    }

    @Override
    public String inProgress(int slot) {
        return "GET /hungry in slot " + slot;
    }
}
