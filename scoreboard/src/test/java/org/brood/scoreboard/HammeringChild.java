package org.brood.scoreboard;

import java.util.Arrays;

/** Main of a child JVM: writes one row as fast as it can until it is killed, keeping promises that a torn row breaks. */
final class HammeringChild {
    static final int BYTES_PER_REQUEST = 1000;
    static final int MICROS_PER_REQUEST = 7;

    public static void main(String[] arguments) {
        WorkerRow row = Scoreboard.open(ChildJvm.BOARD).child(1).worker(2);
        byte[][] lines = new byte[26][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new byte[10 + 2 * i];
            Arrays.fill(lines[i], (byte) ('a' + i));
        }
        for (long now = 1; ; now++) {
            byte[] line = lines[(int) (now % 26)];
            row.connection(line, line.length);
            row.request(line, 0, line.length, line, line, now);
            row.status(WorkerStatus.WRITING);
            row.answered(BYTES_PER_REQUEST, MICROS_PER_REQUEST, now, now % 7 == 0);
            row.status(WorkerStatus.READY);
        }
    }
}
