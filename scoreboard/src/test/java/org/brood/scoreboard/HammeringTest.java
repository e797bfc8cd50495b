package org.brood.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.brood.posix.ChildState;
import org.brood.posix.Processes;
import org.brood.posix.Signal;
import org.junit.jupiter.api.Test;

class HammeringTest {
    private static final int CHANGES = 300;
    private static final Duration AT_MOST = Duration.ofSeconds(150);

    private final Scoreboard board = Scoreboard.create(new BoardShape(2, 3, 1), Arena.ofAuto());

    private WorkerSnapshot row() {
        return board.snapshot().processes().get(1).workers().get(2);
    }

    @Test
    void noReaderEverSeesATornRowOfAnotherProcess() {
        int pid = ChildJvm.start(HammeringChild.class, board, 2);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> row().accesses() > 1000);
        long last = 0;
        long end = System.nanoTime() + AT_MOST.toNanos();
        int changes = 0;
        while (changes < CHANGES && System.nanoTime() < end) {
            WorkerSnapshot row = row();
            check(row);
            assertThat(row.accesses()).isGreaterThanOrEqualTo(last);
            changes += row.accesses() > last ? 1 : 0;
            last = row.accesses();
        }
        assertThat(changes).as("looks that found something new").isEqualTo(CHANGES);
        Processes.kill(pid, Signal.KILL);
        assertThat(Processes.await(pid)).isEqualTo(new ChildState.Killed(9, false));

        board.ended(1);
        WorkerSnapshot dead = row();
        assertThat(dead.status()).isEqualTo(WorkerStatus.DEAD);
        assertThat(dead.childAccesses()).isZero();
        board.close();
    }

    private static void check(WorkerSnapshot row) {
        if (row.request().isEmpty()) {
            return; // the writer was interrupted half-way for longer than a reader waits
        }
        long requests = row.accesses();
        assertThat(row.bytes()).isEqualTo(requests * HammeringChild.BYTES_PER_REQUEST);
        assertThat(row.durationMicros()).isEqualTo(requests * HammeringChild.MICROS_PER_REQUEST);
        assertThat(row.childAccesses()).isEqualTo(requests);
        assertThat(row.childBytes()).isEqualTo(row.bytes());
        assertThat(row.connectionBytes()).isEqualTo(row.connectionAccesses() * 1000L);
        checkText(row.request(), 63);
        checkText(row.client(), 63);
        checkText(row.vhost(), 31);
        checkText(row.protocol(), 15);
        assertThat(row.vhost())
                .startsWith(
                        row.protocol().substring(0, Math.min(1, row.protocol().length())));
    }

    /** A text is one letter over and over, and its letter tells its length. */
    private static void checkText(String text, int capacity) {
        if (!text.isEmpty()) {
            char letter = text.charAt(0);
            assertThat(text).isEqualTo(String.valueOf(letter).repeat(Math.min(10 + 2 * (letter - 'a'), capacity)));
        }
    }
}
