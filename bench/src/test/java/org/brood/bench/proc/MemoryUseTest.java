package org.brood.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryUseTest {
    private static final List<String> ROLLUP = List.of(
            "55e875b5b000-7fff82845000 ---p 00000000 00:00 0                          [rollup]",
            "Rss:                1676 kB",
            "Pss:                 314 kB",
            "Pss_Dirty:           116 kB",
            "Shared_Clean:       1400 kB",
            "Private_Clean:        24 kB",
            "Private_Dirty:       120 kB");

    @Test
    void pssIsNotMistakenForItsParts() {
        assertThat(MemoryUse.parse(ROLLUP).pssKib()).isEqualTo(314);
    }

    @Test
    void privateMemoryIsCleanAndDirty() {
        assertThat(MemoryUse.parse(ROLLUP).privateKib()).isEqualTo(144);
    }

    @Test
    void treesAddUp() {
        assertThat(new MemoryUse(1, 2).plus(new MemoryUse(10, 20))).isEqualTo(new MemoryUse(11, 22));
    }
}
