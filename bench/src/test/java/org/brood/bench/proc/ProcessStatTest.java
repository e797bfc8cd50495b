package org.brood.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessStatTest {
    private static final String TIMES = "0 -1 4194560 1 2 3 4 150 50 7 3 20 0 5 0 8412 1000 20";

    @Test
    void cpuIsUserAndSystemTimeOfTheProcessAndOfTheChildrenItWaitedFor() {
        ProcessStat stat = ProcessStat.parse("42 (nginx) S 41 42 42 " + TIMES);
        assertThat(stat).isEqualTo(new ProcessStat(42, "nginx", 'S', 41, 210, 8412));
    }

    @Test
    void aCommandMayHoldBlanksAndBrackets() {
        ProcessStat stat = ProcessStat.parse("7 (tmux: a) b) R 1 7 7 " + TIMES);
        assertThat(stat.command()).isEqualTo("tmux: a) b");
        assertThat(stat.parent()).isEqualTo(1);
    }

    @Test
    void aZombieIsDead() {
        assertThat(ProcessStat.parse("7 (sh) Z 1 7 7 " + TIMES).dead()).isTrue();
        assertThat(ProcessStat.parse("7 (sh) S 1 7 7 " + TIMES).dead()).isFalse();
    }
}
