package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    @Test
    void theUmaskIsSwappedForTheOldOne() {
        int before = Surroundings.umask(027);
        assertThat(Surroundings.umask(before)).isEqualTo(027);
    }

    @Test
    void weKnowWhoWeAre() {
        ProcessHandle self = ProcessHandle.current();
        assertThat(Processes.pid()).isEqualTo((int) self.pid());
        assertThat(Processes.parentPid())
                .isEqualTo((int) self.parent().orElseThrow().pid());
    }

    @Test
    void aLimitIsLoweredAndRaised() {
        Limit.Value before = Limit.CORE_BYTES.get();
        Limit.CORE_BYTES.set(new Limit.Value(0, before.hard()));
        assertThat(Limit.CORE_BYTES.get().soft()).isZero();
        Limit.CORE_BYTES.set(before);
        assertThat(Limit.CORE_BYTES.get()).isEqualTo(before);
        assertThat(Limit.OPEN_FILES.get().soft()).isPositive();
    }

    @Test
    void theMachineIsSeenAsTheJvmSeesIt() {
        assertThat(Machine.processors())
                .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        Machine.LoadAverages load = Machine.loadAverages();
        assertThat(load.one()).isBetween(0.0, 10_000.0);
        assertThat(load.fifteen()).isBetween(0.0, 10_000.0);
        assertThat(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .isPositive();
    }

    @Test
    void processorTimeGrowsWithWork() {
        CpuTimes before = CpuTimes.ofThread();
        long sum = 0;
        while (CpuTimes.ofThread().userMicros() - before.userMicros() < 10_000) {
            sum += System.nanoTime();
        }
        assertThat(sum).isNotZero();
        assertThat(CpuTimes.ofProcess().userMicros()).isGreaterThan(before.userMicros());
        assertThat(CpuTimes.ofProcess(Processes.pid()).userMicros()).isGreaterThanOrEqualTo(10_000);
        assertThat(CpuTimes.ofProcess(999_999_999)).isEqualTo(new CpuTimes(0, 0));
        assertThat(CpuTimes.ofChildren().systemMicros()).isNotNegative();
    }
}
