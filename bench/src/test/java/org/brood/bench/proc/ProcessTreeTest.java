package org.brood.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
    private static ProcessStat process(long pid, long parent) {
        return new ProcessStat(pid, "p", 'S', parent, 1, 0);
    }

    @Test
    void grandchildrenBelongToTheTreeAndStrangersDoNot() {
        List<ProcessStat> all =
                List.of(process(1, 0), process(10, 1), process(11, 10), process(12, 11), process(20, 1));
        assertThat(ProcessTree.descendants(10, all))
                .extracting(ProcessStat::pid)
                .containsExactly(10L, 11L, 12L);
    }

    @Test
    void aRootThatIsGoneHasNoTree() {
        assertThat(ProcessTree.descendants(99, List.of(process(1, 0)))).isEmpty();
    }

    @Test
    void thisProcessHasUsedTimeAndMemory() {
        ProcessTree self = new ProcessTree(ProcessHandle.current().pid());
        assertThat(self.cpuNanos()).isPositive();
        assertThat(self.memory().pssKib()).isPositive();
    }
}
