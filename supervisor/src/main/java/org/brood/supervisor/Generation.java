package org.brood.supervisor;

import java.util.ArrayList;
import java.util.List;
import org.brood.posix.Descriptors;
import org.brood.supervisor.child.Nursery;
import org.brood.supervisor.child.Nursery.Bequest;
import org.brood.supervisor.child.Nursery.Estate;
import org.brood.supervisor.handover.HandOver;
import org.brood.supervisor.handover.SealedFile;
import org.brood.supervisor.listen.Listener;
import org.brood.supervisor.log.LogFiles;

/**
 * One reading of the configuration in force: what its children are born with. Everything in it is fixed; it is closed when
 * it is a former generation and its last child has ended.
 */
record Generation(int number, Plan plan, LogFiles logs, Estate estate, long sinceNanos) {

    /** Freezes a plan: writes and seals the hand-over. The logs are the generation's from now on. */
    static Generation freeze(
            int number, Plan plan, LogFiles logs, List<Listener> listeners, Board board, long nowNanos) {
        List<Bequest> bequests = new ArrayList<>();
        int next = Nursery.FIRST_LISTED;
        int boardNumber = next++;
        bequests.add(new Bequest(board.descriptor(), boardNumber, -1));
        List<HandOver.Log> logList = new ArrayList<>();
        for (LogFiles.Open log : logs.all()) {
            bequests.add(new Bequest(log.fd(), next, -1));
            logList.add(new HandOver.Log(next++, log.name()));
        }
        List<HandOver.Heirloom> heirlooms = new ArrayList<>();
        for (Listener listener : listeners) {
            bequests.add(new Bequest(listener.socket(), next, listener.bucket()));
            heirlooms.add(HandOver.Heirloom.of(next++, listener));
        }
        int file = SealedFile.write(new HandOver(
                number,
                plan.mpm().name(),
                plan.settings(),
                heirlooms,
                logList,
                boardNumber,
                board.bytes(),
                plan.process().identity(),
                plan.configuration()));
        return new Generation(number, plan, logs, new Estate(number, file, logs.errorLog(), bequests), nowNanos);
    }

    void close() {
        Descriptors.close(estate.handOver());
        logs.close();
    }
}
