package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HotPathTest {

    @Test
    void aRequestsCallsAllocateNothing() throws Exception {
        ChildJvm.Outcome outcome = ChildJvm.run(HotPath.class);
        System.out.println("hot path, six calls a turn: " + outcome.output().strip());
        assertThat(outcome.output()).contains("moved=2000000 ").contains("bytesPerTurn=0 ");
        assertThat(outcome.exitCode()).isZero();
    }
}
