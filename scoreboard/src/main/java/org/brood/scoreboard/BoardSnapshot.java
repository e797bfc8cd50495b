package org.brood.scoreboard;

import java.util.List;
import org.brood.posix.CpuTimes;

/**
 * The whole board at one time, as far as rows that go on being written have one: each row is consistent in itself.
 *
 * @param generation the one in service
 * @param configGeneration how often the configuration has been read
 * @param restartMicros microseconds since 1970
 * @param parentCpu of the parent itself
 * @param childrenCpu of children that have ended
 * @param processes one for each slot, dead ones too
 */
public record BoardSnapshot(
        int generation,
        int configGeneration,
        long restartMicros,
        CpuTimes parentCpu,
        CpuTimes childrenCpu,
        List<ProcessSnapshot> processes) {

    public BoardSnapshot {
        processes = List.copyOf(processes);
    }
}
