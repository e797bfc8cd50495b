package org.brood.modules.generators.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.brood.api.Exchange;
import org.brood.modules.text.Strftime;
import org.brood.scoreboard.BoardSnapshot;
import org.brood.scoreboard.ProcessSnapshot;
import org.brood.scoreboard.WorkerStatus;

/**
 * All that a page is made from, seen at one time.
 *
 * @param load the three load averages
 * @param extended whether ExtendedStatus is on
 */
record Report(
        Exchange exchange,
        ServerFacts facts,
        BoardSnapshot board,
        Totals totals,
        long nowMicros,
        double[] load,
        boolean extended) {
    private static final long MICROS = 1_000_000;

    Report {
        load = load.clone();
    }

    long uptime() {
        return Math.max(0, (nowMicros - board.restartMicros()) / MICROS);
    }

    static String time(long micros) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS));
        return Strftime.format("%A, %d-%b-%Y %H:%M:%S %Z", instant.atZone(ZoneId.systemDefault()));
    }

    String loadText(String separator) {
        return String.format(Locale.ROOT, "%.2f%s%.2f%s%.2f", load[0], separator, load[1], separator, load[2]);
    }

    double loadAt(int index) {
        return load[index];
    }

    /** One letter for each row that may be in use. */
    String letters() {
        StringBuilder letters = new StringBuilder();
        for (ProcessSnapshot process : board.processes()) {
            for (int thread = 0; thread < process.workers().size(); thread++) {
                WorkerStatus status = process.workers().get(thread).status();
                boolean beyond = process.slot() >= facts.processes() || thread >= facts.threads();
                if (status != WorkerStatus.DEAD || !beyond) {
                    letters.append(status.letter());
                }
            }
        }
        return letters.toString();
    }
}
