package org.brood.mpm.contract;

import org.brood.mpm.event.EventMpm;
import org.brood.mpm.spi.Mpm;

class EventContractTest extends ListeningContract {

    @Override
    Mpm mpm() {
        return new EventMpm(2);
    }

    @Override
    int threads() {
        return 3;
    }
}
