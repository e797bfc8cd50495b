package org.brood.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensusTest {
    private final Scoreboard board = Scoreboard.create(new BoardShape(1, 11, 1), Arena.ofAuto());

    @ParameterizedTest
    @CsvSource({
        // pid, generation, quiescing: busy, graceful, idle
        "1, 5, false, 6, 1, 1",
        "1, 4, false, 6, 1, 0",
        "1, 5, true,  0, 0, 0",
        "0, 5, false, 0, 0, 0",
    })
    void threadsAreCountedAsTheStatusPageCountsThem(
            int pid, int generation, boolean quiescing, int busy, int graceful, int idle) {
        board.generation(5, 1);
        ChildRows process = board.child(0);
        board.started(0, pid, generation, 11);
        for (WorkerStatus status : WorkerStatus.values()) {
            process.worker(status.ordinal()).status(status);
        }
        if (quiescing) {
            process.quiescing();
        }
        assertThat(board.census().tally()).isEqualTo(new Census.Tally(busy, graceful, idle));
        board.close();
    }

    @Test
    void lettersAreThoseOfTheStatusPage() {
        StringBuilder letters = new StringBuilder();
        for (int i = -1; i <= 11; i++) {
            letters.append(WorkerStatus.of(i).letter());
        }
        assertThat(letters).hasToString("..S_RWKLDCGI.");
        board.close();
    }
}
