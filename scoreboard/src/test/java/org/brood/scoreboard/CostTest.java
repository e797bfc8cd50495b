package org.brood.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.brood.posix.ChildState;
import org.brood.posix.Descriptors;
import org.brood.posix.Processes;
import org.junit.jupiter.api.Test;

class CostTest {

    @Test
    void accountingAllocatesNothing() {
        Scoreboard board = Scoreboard.create(new BoardShape(16, 25, 1), Arena.ofAuto());
        Descriptors.Pair out = Descriptors.pipe();
        int pid = ChildJvm.start(CostOfARow.class, board, out.writing());
        Descriptors.close(out.writing());
        String measured = ChildJvm.readToEnd(out.reading());
        Descriptors.close(out.reading());
        assertThat(Processes.await(pid)).isEqualTo(new ChildState.Exited(0));

        System.out.println("scoreboard: " + measured);
        assertThat(measured)
                .containsPattern("status \\d+ ns \\(0 bytes\\)")
                .containsPattern("request \\d+ ns \\(0 bytes\\)")
                .containsPattern("answered \\d+ ns \\(0 bytes\\)")
                .containsPattern("whole request \\d+ ns \\(0 bytes\\)");
        board.close();
    }
}
