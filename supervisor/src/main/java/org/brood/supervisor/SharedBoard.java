package org.brood.supervisor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.brood.mpm.spi.MpmSettings;
import org.brood.posix.CpuTimes;
import org.brood.posix.Files;
import org.brood.scoreboard.BoardShape;
import org.brood.scoreboard.Census.ProcessCensus;
import org.brood.scoreboard.ProcessSnapshot;
import org.brood.scoreboard.Scoreboard;
import org.brood.scoreboard.WorkerStatus;

/** The scoreboard of a whole server. Belongs to the parent's thread. */
public final class SharedBoard implements Board {
    private final Scoreboard board;
    private int configurationsRead = 1;

    private SharedBoard(Scoreboard board) {
        this.board = board;
        board.restart(nowMicros());
        board.generation(0, configurationsRead);
    }

    /**
     * A board with a row for every child that the settings allow, and as many again for those that finish.
     *
     * @param file ScoreBoardFile
     * @throws org.brood.posix.ErrnoException if the file cannot be made
     */
    public static SharedBoard create(MpmSettings settings, Optional<Path> file) {
        BoardShape shape =
                new BoardShape(slots(settings), settings.threadLimit(), Math.max(1, settings.listenerThreads()));
        return new SharedBoard(file.map(path -> Scoreboard.createAt(path.toString(), shape))
                .orElseGet(() -> Scoreboard.create(shape)));
    }

    /** Slots of the parent's book: ServerLimit for those that serve, and as many for former generations' children. */
    public static int slots(MpmSettings settings) {
        return 2 * settings.serverLimit();
    }

    @Override
    public int descriptor() {
        return board.fd();
    }

    @Override
    public long bytes() {
        return Files.status(board.fd()).size();
    }

    @Override
    public void started(int slot, int pid, int generation, int threads) {
        board.started(slot, pid, generation, threads);
    }

    @Override
    public void ended(int slot) {
        board.ended(slot);
    }

    @Override
    public void generation(int number, boolean clear) {
        configurationsRead++;
        if (clear) {
            board.restart(nowMicros());
        }
        board.generation(number, configurationsRead);
    }

    @Override
    public void second() {
        board.parentCpu(CpuTimes.ofProcess(), CpuTimes.ofChildren());
    }

    @Override
    public Load load(int slot, int threads) {
        ProcessCensus census = board.census(slot);
        int idle = census.count(WorkerStatus.READY) + census.count(WorkerStatus.STARTING);
        return new Load(
                census.quiescing(), census.accepting(), Math.min(idle, threads), Math.min(census.busy(), threads));
    }

    @Override
    public String inProgress(int slot) {
        ProcessSnapshot process = board.snapshot(slot);
        String requests = Stream.concat(process.workers().stream(), process.listeners().stream())
                .filter(row -> row.status().isBusy() && row.startMicros() > row.stopMicros())
                .map(row -> "\"" + row.request() + "\" from " + row.client())
                .collect(Collectors.joining(", "));
        return requests.isEmpty() ? "nothing" : requests;
    }

    private static long nowMicros() {
        return System.currentTimeMillis() * 1000;
    }
}
