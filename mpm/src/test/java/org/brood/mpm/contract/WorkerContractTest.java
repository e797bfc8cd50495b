package org.brood.mpm.contract;

import org.brood.mpm.spi.Mpm;
import org.brood.mpm.worker.WorkerMpm;

class WorkerContractTest extends MpmContract {

    @Override
    Mpm mpm() {
        return new WorkerMpm(2);
    }

    @Override
    int threads() {
        return 3;
    }
}
