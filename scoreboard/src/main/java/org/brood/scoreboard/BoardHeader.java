package org.brood.scoreboard;

/** The first page: written once by who makes the board, checked once by who opens it. */
final class BoardHeader {
    private final Cells cells;

    BoardHeader(Cells cells) {
        this.cells = cells;
    }

    /** The magic number last: a board that has it is complete. */
    void write(Layout layout) {
        BoardShape shape = layout.shape();
        cells.setInt(Layout.H_VERSION, Layout.VERSION);
        cells.setInt(Layout.H_PROCESSES, shape.processes());
        cells.setInt(Layout.H_THREADS, shape.threads());
        cells.setInt(Layout.H_LISTENERS, shape.listeners());
        int at = Layout.H_SECTIONS;
        for (long[] section : layout.sections()) {
            cells.setInt(at, (int) section[0]);
            cells.setInt(at + 4, (int) section[1]);
            cells.setLong(at + 8, section[2]);
            at += Layout.SECTION_ENTRY_BYTES;
        }
        cells.setLong(Layout.H_MAGIC, Layout.MAGIC);
    }

    Layout layout() {
        if (cells.getLong(Layout.H_MAGIC) != Layout.MAGIC || cells.getInt(Layout.H_VERSION) != Layout.VERSION) {
            throw new IllegalStateException("no scoreboard, or one of another version");
        }
        Layout layout = new Layout(new BoardShape(
                cells.getInt(Layout.H_PROCESSES), cells.getInt(Layout.H_THREADS), cells.getInt(Layout.H_LISTENERS)));
        int at = Layout.H_SECTIONS;
        for (long[] section : layout.sections()) {
            boolean same = cells.getInt(at) == section[0]
                    && cells.getInt(at + 4) == section[1]
                    && cells.getLong(at + 8) == section[2];
            if (!same) {
                throw new IllegalStateException("the scoreboard is laid out in another way: section " + section[0]);
            }
            at += Layout.SECTION_ENTRY_BYTES;
        }
        return layout;
    }
}
