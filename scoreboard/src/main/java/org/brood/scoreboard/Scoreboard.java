package org.brood.scoreboard;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.brood.posix.CpuTimes;
import org.brood.posix.Descriptors;
import org.brood.posix.Errno;
import org.brood.posix.ErrnoException;
import org.brood.posix.FileContent;
import org.brood.posix.Files;
import org.brood.posix.Memory;

/**
 * The board: made and owned by the parent, mapped by every child from the descriptor that it inherits.
 *
 * <p>Every child can write every byte, a hijacked one too (CVE-2019-0211 was a parent that believed it). Therefore: the
 * shape is what this process was built or checked with and never read again; the memory cannot be made shorter under us (a
 * memfd is sealed); a reader bounds all it finds; and <strong>the parent takes the process ids that it kills and the slots
 * and generations that it spawns from its own memory</strong>. What a snapshot says of a process is for showing and counting.
 *
 * <p>Any thread may read. Who may write is said by each row.
 */
public final class Scoreboard {
    private final Layout layout;
    private final int fd;
    private final MemorySegment memory;
    private final Cells header;

    private Scoreboard(Layout layout, int fd, MemorySegment memory) {
        this.layout = layout;
        this.fd = fd;
        this.memory = memory;
        this.header = new Cells(memory, 0, Layout.HEADER_BYTES);
    }

    /** A new board in anonymous memory, mapped for the life of this process. */
    public static Scoreboard create(BoardShape shape) {
        return create(shape, Arena.global());
    }

    /** As {@link #createAt(String, BoardShape, Arena)}, mapped for the life of this process. */
    public static Scoreboard createAt(String path, BoardShape shape) {
        return createAt(path, shape, Arena.global());
    }

    /** As {@link #open(int, Arena)}, mapped for the life of this process. */
    public static Scoreboard open(int fd) {
        return open(fd, Arena.global());
    }

    /** A new board in anonymous memory, which lives as long as somebody has it open or mapped. */
    public static Scoreboard create(BoardShape shape, Arena arena) {
        int fd = Memory.create("brood-scoreboard");
        FileContent.truncate(fd, new Layout(shape).size());
        Memory.seal(fd, Memory.SEAL_SHRINK | Memory.SEAL_GROW | Memory.SEAL_SEAL);
        return started(shape, fd, arena);
    }

    /**
     * A new board in a file (ScoreBoardFile), for programs that look on. An old file is replaced and not overwritten, for
     * a server that still runs may have it mapped. The room is reserved: a full disk is an error here and no crash later.
     *
     * @throws ErrnoException EACCES, ENOSPC and so on
     */
    public static Scoreboard createAt(String path, BoardShape shape, Arena arena) {
        removeOld(path);
        int fd = Files.open(path, Files.O_RDWR | Files.O_CREAT | Files.O_EXCL, 0644);
        FileContent.reserve(fd, new Layout(shape).size());
        return started(shape, fd, arena);
    }

    private static void removeOld(String path) {
        try {
            Files.unlink(path);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.ENOENT) {
                throw e;
            }
        }
    }

    private static Scoreboard started(BoardShape shape, int fd, Arena arena) {
        Layout layout = new Layout(shape);
        Scoreboard board = new Scoreboard(layout, fd, Memory.map(fd, layout.size(), true, arena));
        new BoardHeader(board.header).write(layout);
        return board;
    }

    /**
     * The board of a descriptor that was inherited.
     *
     * @throws IllegalStateException when it is no board, or one of another version or size
     */
    public static Scoreboard open(int fd, Arena arena) {
        long size = Files.status(fd).size();
        if (size < Layout.HEADER_BYTES) {
            throw new IllegalStateException("descriptor " + fd + " holds no scoreboard: " + size + " bytes");
        }
        MemorySegment memory = Memory.map(fd, size, true, arena);
        Layout layout = new BoardHeader(new Cells(memory, 0, Layout.HEADER_BYTES)).layout();
        if (layout.size() > size) {
            throw new IllegalStateException("the scoreboard is cut short: " + size + " bytes of " + layout.size());
        }
        return new Scoreboard(layout, fd, memory);
    }

    /** To be inherited by children. Belongs to the board; {@link #close} it when nobody is to have it any more. */
    public int fd() {
        return fd;
    }

    /** Closes the descriptor. The memory stays until the arena is closed. */
    public void close() {
        Descriptors.close(fd);
    }

    public BoardShape shape() {
        return layout.shape();
    }

    /** By the parent: the generation in service. @param configGeneration how often the configuration has been read */
    public void generation(int generation, int configGeneration) {
        header.setInt(Layout.H_GENERATION, generation);
        header.setInt(Layout.H_CONFIG_GENERATION, configGeneration);
    }

    /** By the parent at its start and at each HUP: all rows are wiped, and the time since when is noted. */
    public void restart(long nowMicros) {
        memory.asSlice(Layout.HEADER_BYTES).fill((byte) 0);
        header.setLong(Layout.H_RESTART_MICROS, nowMicros);
    }

    /** By the parent, each second: processor time of its own and of the children that have ended. */
    public void parentCpu(CpuTimes own, CpuTimes children) {
        header.setLong(Layout.H_PARENT_USER, own.userMicros());
        header.setLong(Layout.H_PARENT_SYSTEM, own.systemMicros());
        header.setLong(Layout.H_CHILDREN_USER, children.userMicros());
        header.setLong(Layout.H_CHILDREN_SYSTEM, children.systemMicros());
    }

    /** By the child: its own rows. */
    public ChildRows child(int slot) {
        return rows(slot);
    }

    /**
     * By the parent, once it has spawned a child and before it tells it to begin: names the process and its rows, which
     * count for this child from zero. The header is written anew: a former child may have spoilt it, and the new one, which
     * is still far from reading it, would not begin (hazard H26).
     *
     * @param threads how many the child will have: they are shown as starting
     */
    public void started(int slot, int pid, int generation, int threads) {
        new BoardHeader(header).write(layout);
        rows(slot).occupy(pid, generation, threads);
    }

    /** By the parent, once it has waited for the child: all its rows are dead, their counters stay. */
    public void ended(int slot) {
        rows(slot).vacate();
    }

    private SharedChildRows rows(int slot) {
        return new SharedChildRows(this, slot, new Cells(memory, layout.process(slot), Layout.PROCESS_BYTES));
    }

    /** Everything, as it is now, texts included: for the status page. */
    public BoardSnapshot snapshot() {
        return new BoardReader(layout, memory).snapshot();
    }

    /** One process as it is now, texts included: what was it doing when it died? */
    public ProcessSnapshot snapshot(int slot) {
        return new BoardReader(layout, memory).process(slot);
    }

    /** What one process does, without counters and texts. */
    public Census.ProcessCensus census(int slot) {
        return new BoardReader(layout, memory).processCensus(slot);
    }

    /** What each process does, without counters and texts: for idle maintenance, each second. */
    public Census census() {
        return new BoardReader(layout, memory).census();
    }

    SharedWorkerRow workerRow(int slot, int thread) {
        return new SharedWorkerRow(new Cells(memory, layout.worker(slot, thread), Layout.WORKER_BYTES));
    }

    SharedWorkerRow listenerRow(int slot, int listener) {
        return new SharedWorkerRow(new Cells(memory, layout.listener(slot, listener), Layout.WORKER_BYTES));
    }
}
