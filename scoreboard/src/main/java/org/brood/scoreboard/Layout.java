package org.brood.scoreboard;

import java.util.Objects;

/**
 * Where everything stands. The first page is a header: magic, version, the shape, what the parent says of the whole
 * server, and a table of sections, so that a later kind of row is one more section. Behind it, section after section:
 *
 * <pre>
 *   header    4096   one
 *   process    128   per process: who it is, whether it is going, its connections by what they wait for
 *   worker     384   per thread, then per listener, of a process: one request after the other
 * </pre>
 *
 * <p>Every row begins on a cache line of its own. Numbers are in the machine's byte order and naturally aligned, so none is
 * ever read half. What must be seen together in a worker row (counters with counters, a text with its length) is guarded
 * by the row's sequence: odd while its owner writes. A status stands alone, outside the sequence.
 */
final class Layout {
    static final long MAGIC = 0x0142_4f41_5244_4252L;
    static final int VERSION = 1;

    static final int HEADER_BYTES = 4096;
    static final int H_MAGIC = 0;
    static final int H_VERSION = 8;
    static final int H_PROCESSES = 16;
    static final int H_THREADS = 20;
    static final int H_LISTENERS = 24;
    static final int H_GENERATION = 64;
    static final int H_CONFIG_GENERATION = 68;
    static final int H_RESTART_MICROS = 72;
    static final int H_PARENT_USER = 80;
    static final int H_PARENT_SYSTEM = 88;
    static final int H_CHILDREN_USER = 96;
    static final int H_CHILDREN_SYSTEM = 104;

    /** Entries of kind (int), bytes of a row (int), offset (long); kind 0 ends the table. */
    static final int H_SECTIONS = 512;

    static final int SECTION_ENTRY_BYTES = 16;

    static final int PROCESS_BYTES = 128;
    static final int P_PID = 0;
    static final int P_GENERATION = 4;
    static final int P_QUIESCING = 64; // from here on the child's own line; the parent's is the one before
    static final int P_NOT_ACCEPTING = 68;
    static final int P_CONNECTIONS = 72;
    static final int P_WAITING = 76;
    static final int P_WRITING = 80;
    static final int P_KEEP_ALIVE = 84;
    static final int P_CLOSING = 88;
    static final int P_SUSPENDED = 92;

    static final int WORKER_BYTES = 384;
    static final int W_SEQUENCE = 0;
    static final int W_STATUS = 4;
    static final int W_ACCESSES = 8;
    static final int W_BYTES = 16;
    static final int W_DURATION = 24;
    static final int W_CHILD_ACCESSES = 32;
    static final int W_CHILD_BYTES = 40;
    static final int W_CONNECTION_BYTES = 48;
    static final int W_CONNECTION_ACCESSES = 56;
    static final int W_START_MICROS = 64;
    static final int W_STOP_MICROS = 72;
    static final int W_LAST_USED_MICROS = 80;
    static final int W_PID = 88;
    static final int W_GENERATION = 92;
    static final int W_THREAD = 96;
    static final int W_CLIENT = 128;
    static final int W_REQUEST = 192;
    static final int W_VHOST = 256;
    static final int W_PROTOCOL = 288;

    /** A text is one byte of length and up to this many bytes. */
    static final int CLIENT_CHARS = 63;

    static final int REQUEST_CHARS = 63;
    static final int VHOST_CHARS = 31;
    static final int PROTOCOL_CHARS = 15;

    private static final int PROCESS_SECTION = 1;
    private static final int WORKER_SECTION = 2;

    private final BoardShape shape;

    Layout(BoardShape shape) {
        this.shape = shape;
    }

    BoardShape shape() {
        return shape;
    }

    /** Kind, bytes of a row and offset of each section. */
    long[][] sections() {
        return new long[][] {
            {PROCESS_SECTION, PROCESS_BYTES, processes()},
            {WORKER_SECTION, WORKER_BYTES, workers()}
        };
    }

    private long processes() {
        return HEADER_BYTES;
    }

    private long workers() {
        return processes() + (long) shape.processes() * PROCESS_BYTES;
    }

    /** Bytes of the whole board. */
    long size() {
        return workers() + (long) shape.processes() * shape.rowsPerProcess() * WORKER_BYTES;
    }

    long process(int slot) {
        return processes() + (long) checked(slot, shape.processes()) * PROCESS_BYTES;
    }

    long worker(int slot, int thread) {
        return workerRow(slot, checked(thread, shape.threads()));
    }

    long listener(int slot, int listener) {
        return workerRow(slot, shape.threads() + checked(listener, shape.listeners()));
    }

    private long workerRow(int slot, int row) {
        long rows = (long) checked(slot, shape.processes()) * shape.rowsPerProcess() + row;
        return workers() + rows * WORKER_BYTES;
    }

    private static int checked(int index, int count) {
        return Objects.checkIndex(index, count);
    }
}
