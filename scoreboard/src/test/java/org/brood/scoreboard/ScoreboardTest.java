package org.brood.scoreboard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.brood.posix.CpuTimes;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.FileContent;
import org.brood.posix.Files;
import org.brood.posix.Memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreboardTest {
    private static final byte[] VHOST = "www.example.org:80".getBytes(US_ASCII);
    private static final byte[] PROTOCOL = "http/1.1".getBytes(US_ASCII);

    private final Arena arena = Arena.ofShared();
    private final Scoreboard board = Scoreboard.create(new BoardShape(3, 4, 2), arena);
    private final ChildRows rows = board.child(1);
    private final WorkerRow worker = rows.worker(2);

    @AfterEach
    void close() {
        board.close();
        arena.close();
    }

    private ProcessSnapshot processView() {
        return board.snapshot().processes().get(1);
    }

    private WorkerSnapshot view() {
        return processView().workers().get(2);
    }

    private void request(String line) {
        byte[] bytes = ("??" + line + "??").getBytes(ISO_8859_1);
        worker.request(bytes, 2, bytes.length - 2, VHOST, PROTOCOL, 5_000_000);
    }

    @Test
    void aFreshBoardIsDead() {
        BoardSnapshot snapshot = board.snapshot();
        assertThat(snapshot.processes()).hasSize(3);
        for (ProcessSnapshot slot : snapshot.processes()) {
            assertThat(slot.pid()).isZero();
            assertThat(slot.connections()).isEqualTo(ConnectionCounts.NONE);
            assertThat(slot.workers()).hasSize(4).allMatch(row -> row.status() == WorkerStatus.DEAD);
            assertThat(slot.listeners()).hasSize(2);
        }
    }

    @Test
    void aRequestIsSeenFromItsBeginToItsAccount() {
        board.started(1, 4711, 3, 4);
        assertThat(view().status()).isEqualTo(WorkerStatus.STARTING);
        worker.connection("10.1.2.3xxx".getBytes(US_ASCII), 8);
        request("GET /index.html HTTP/1.1");
        worker.status(WorkerStatus.WRITING);
        worker.answered(1500, 250, 5_000_250, true);
        worker.answered(500, 50, 6_000_000, false);

        assertThat(view())
                .isEqualTo(new WorkerSnapshot(
                        WorkerStatus.WRITING,
                        4711,
                        3,
                        2,
                        2,
                        2000,
                        300,
                        2,
                        2000,
                        2,
                        2000,
                        5_999_950,
                        6_000_000,
                        6_000_000,
                        "10.1.2.3",
                        "GET /index.html HTTP/1.1",
                        "www.example.org:80",
                        "http/1.1"));
        assertThat(view().lastDurationMicros()).isEqualTo(50);
        assertThat(board.snapshot(1)).isEqualTo(processView());

        worker.answered(7, 1, 7_000_000, true);
        assertThat(view().connectionAccesses()).isOne();
        assertThat(view().connectionBytes()).isEqualTo(7);
        assertThat(view().childBytes()).isEqualTo(2007);
    }

    @Test
    void aRowTouchesNoOther() {
        for (int slot = 0; slot < 3; slot++) {
            board.started(slot, 1000 + slot, slot, 4);
            ChildRows child = board.child(slot);
            child.connections(100 * slot, 0, 0, 0, 0, 0);
            for (int i = 0; i < 4; i++) {
                child.worker(i).answered(100 * slot + i, 1, 1, true);
            }
            for (int i = 0; i < 2; i++) {
                child.listener(i).answered(100 * slot + 10 + i, 1, 1, true);
            }
        }
        for (ProcessSnapshot seen : board.snapshot().processes()) {
            long base = 100 * seen.slot();
            assertThat(seen.pid()).isEqualTo(1000 + seen.slot());
            assertThat(seen.connections().total()).isEqualTo((int) base);
            assertThat(seen.workers())
                    .extracting(WorkerSnapshot::bytes)
                    .containsExactly(base, base + 1, base + 2, base + 3);
            assertThat(seen.listeners()).extracting(WorkerSnapshot::bytes).containsExactly(base + 10, base + 11);
        }
        assertThatThrownBy(() -> board.child(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rows.worker(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rows.listener(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void onlyTheThreadsThatThereWillBeAreStarting() {
        board.started(1, 7, 1, 3);
        assertThat(board.census(1).threads())
                .containsExactly(
                        WorkerStatus.STARTING, WorkerStatus.STARTING, WorkerStatus.STARTING, WorkerStatus.DEAD);
        rows.quiescing();
        assertThat(board.census(1).quiescing()).isTrue();
        board.started(1, 8, 1, 3);
        assertThat(board.census(1).quiescing()).isFalse();
    }

    @Test
    void longTextsAreCutWhereHttpdCutsThem() {
        byte[] much = "x".repeat(300).getBytes(US_ASCII);
        worker.connection(much, much.length);
        worker.request(much, 0, much.length, much, much, 1);
        WorkerSnapshot row = view();
        assertThat(row.client()).hasSize(63);
        assertThat(row.request()).hasSize(63);
        assertThat(row.vhost()).hasSize(31);
        assertThat(row.protocol()).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a:b@c HTTP/1.1, GET /a:b@c HTTP/1.1",
        "GET http://user:secret@host/x HTTP/1.1, GET http://user:******@host/x HTTP/1.1",
        "GET http://user:se@ret@host/x HTTP/1.1, GET http://user:******@host/x HTTP/1.1",
        "GET http://user@host/x:y@z HTTP/1.1, GET http://user@host/x:y@z HTTP/1.1",
        "GET http://host:80/ HTTP/1.1, GET http://host:80/ HTTP/1.1",
        "CONNECT host:443 HTTP/1.1, CONNECT host:443 HTTP/1.1",
        "OPTIONS * HTTP/1.1, OPTIONS * HTTP/1.1",
        "GET, GET",
        "'GET ', 'GET '",
        "GET http:, GET http:",
    })
    void aPasswordIsNotShown(String sent, String shown) {
        request(sent);
        assertThat(view().request()).isEqualTo(shown);
    }

    @Test
    void aPasswordIsNotShownWhenItsEndIsCutOff() {
        request("GET http://user:" + "s".repeat(100) + "@host/ HTTP/1.1");
        assertThat(view().request())
                .startsWith("GET http://user:***")
                .doesNotContain("s".repeat(2))
                .hasSize(63);
    }

    @Test
    void whatAClientSendsCannotBreakALine() {
        request("GET /\n\r\u007f\u00e9 HTTP/1.1");
        assertThat(view().request()).isEqualTo("GET /...\u00e9 HTTP/1.1");
    }

    @Test
    void aNewChildCountsFromZeroInASlotThatRemembers() {
        board.started(1, 1, 0, 4);
        worker.answered(10, 5, 1, true);
        board.ended(1);
        assertThat(view().status()).isEqualTo(WorkerStatus.DEAD);
        assertThat(processView().pid()).isZero();
        board.started(1, 2, 1, 4);
        worker.answered(20, 5, 1, false);
        WorkerSnapshot row = view();
        assertThat(row.pid()).isEqualTo(2);
        assertThat(row.accesses()).isEqualTo(2);
        assertThat(row.bytes()).isEqualTo(30);
        assertThat(row.childAccesses()).isOne();
        assertThat(row.connectionBytes()).isEqualTo(20);
    }

    @Test
    void hupWipesRowsAndTheParentsWordStays() {
        board.generation(4, 5);
        board.parentCpu(new CpuTimes(1, 2), new CpuTimes(3, 4));
        board.started(1, 1, 4, 4);
        worker.answered(10, 5, 1, true);
        board.restart(77);

        BoardSnapshot snapshot = board.snapshot();
        assertThat(snapshot.restartMicros()).isEqualTo(77);
        assertThat(snapshot.generation()).isEqualTo(4);
        assertThat(snapshot.configGeneration()).isEqualTo(5);
        assertThat(snapshot.parentCpu()).isEqualTo(new CpuTimes(1, 2));
        assertThat(snapshot.childrenCpu()).isEqualTo(new CpuTimes(3, 4));
        assertThat(view().accesses()).isZero();
        assertThat(processView().pid()).isZero();
    }

    @Test
    void whatAChildSaysOfItselfEndsWithIt() {
        assertThat(processView().accepting()).isTrue();
        rows.accepting(false);
        rows.connections(1, 2, 3, 4, 5, 6);
        assertThat(processView().accepting()).isFalse();
        assertThat(processView().connections()).isEqualTo(new ConnectionCounts(1, 2, 3, 4, 5, 6));
        board.ended(1);
        assertThat(processView().accepting()).isTrue();
        assertThat(processView().connections()).isEqualTo(ConnectionCounts.NONE);
    }

    @Test
    void nothingThatAChildScribblesIsBelieved() {
        MemorySegment all = Memory.map(board.fd(), new Layout(board.shape()).size(), true, arena);
        all.fill((byte) 0xff);
        assertThat(board.shape()).isEqualTo(new BoardShape(3, 4, 2));
        BoardSnapshot snapshot = board.snapshot();
        assertThat(snapshot.generation()).isNotNegative();
        for (ProcessSnapshot slot : snapshot.processes()) {
            assertThat(slot.pid()).isZero();
            assertThat(slot.connections()).isEqualTo(ConnectionCounts.NONE);
            for (WorkerSnapshot row : slot.workers()) {
                assertThat(row.status()).isEqualTo(WorkerStatus.DEAD);
                assertThat(row.accesses()).isZero();
                assertThat(row.request()).isEmpty(); // an odd sequence: nobody will ever finish this row
            }
        }
        worker.connection(new byte[0], 0); // and its next owner goes on
        assertThat(view().request()).isEqualTo("\u00ff".repeat(63));
        assertThat(view().client()).isEmpty();
    }

    @Test
    void sumsOverABoardFullOfTheLargestNumbersDoNotOverflow() {
        MemorySegment all = Memory.map(board.fd(), new Layout(board.shape()).size(), true, arena);
        for (long i = Layout.HEADER_BYTES; i < all.byteSize(); i += 8) {
            all.set(ValueLayout.JAVA_LONG, i, 0x7fff_ffff_7fff_fffeL);
        }
        long sum = 0;
        int connections = 0;
        for (ProcessSnapshot slot : board.snapshot().processes()) {
            connections += slot.connections().total();
            for (WorkerSnapshot row : slot.workers()) {
                sum += row.bytes();
                assertThat(sum).isPositive();
            }
        }
        assertThat(connections).isGreaterThan(Integer.MAX_VALUE / 2);
    }

    @Test
    void aChildCannotMakeTheBoardShorter() {
        assertThatThrownBy(() -> FileContent.truncate(board.fd(), 10)).isInstanceOf(ErrnoException.class);
    }

    @Test
    void anotherMappingSharesTheBoardAndSomethingElseIsRefused(@TempDir Path folder) throws IOException {
        try (Arena other = Arena.ofConfined()) {
            Scoreboard.open(board.fd(), other).child(1).worker(2).answered(7, 1, 1, true);
            assertThat(view().bytes()).isEqualTo(7);
            Path junk = java.nio.file.Files.write(folder.resolve("junk"), new byte[100_000]);
            int fd = Files.open(junk.toString(), Files.O_RDWR, 0);
            assertThatThrownBy(() -> Scoreboard.open(fd, other)).isInstanceOf(IllegalStateException.class);
            FileContent.truncate(fd, 10);
            assertThatThrownBy(() -> Scoreboard.open(fd, other)).isInstanceOf(IllegalStateException.class);
            Descriptors.close(fd);
        }
    }

    @Test
    void aFileHoldsTheBoardAndReplacesAnOlderOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("apache_runtime_status");
        java.nio.file.Files.writeString(file, "old");
        Path mappedByAnother = java.nio.file.Files.createLink(folder.resolve("still-in-use"), file);
        Scoreboard inFile = Scoreboard.createAt(file.toString(), new BoardShape(1, 1, 1), arena);
        inFile.child(0).worker(0).answered(9, 1, 1, true);
        assertThat(mappedByAnother).hasContent("old");
        Scoreboard seen = Scoreboard.open(inFile.fd(), arena);
        assertThat(seen.snapshot().processes().getFirst().workers().getFirst().bytes())
                .isEqualTo(9);
        inFile.close();
        assertThatThrownBy(() -> Scoreboard.createAt("/no/such/folder/board", new BoardShape(1, 1, 1), arena))
                .isInstanceOf(ErrnoException.class);
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThatThrownBy(() -> new BoardShape(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BoardShape(20_000, 20_000, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BoardShape(1 << 30, 1, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
